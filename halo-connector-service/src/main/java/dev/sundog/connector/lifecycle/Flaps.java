package dev.sundog.connector.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often a matter came back lately.
 *
 * @param recent when it came back within the window, the oldest first, at most {@value #KEPT}
 * @param since since when it flaps; null while it does not
 * @param count how often it came back since it began to flap, those included that made it so
 */
public record Flaps(List<Instant> recent, @Nullable Instant since, long count) {

    /** It never came back. */
    public static final Flaps NONE = new Flaps(List.of(), null, 0);

    private static final int KEPT = 20;

    public Flaps {
        recent = List.copyOf(recent);
    }

    boolean flapping() {
        return since != null;
    }

    Flaps cameBack(FlapRules rules, Instant now) {
        if (rules.threshold() == 0) {
            return NONE;
        }
        List<Instant> within = Stream.concat(
                        recent.stream().filter(at -> at.plus(rules.window()).isAfter(now)), Stream.of(now))
                .toList();
        List<Instant> kept = within.size() > KEPT ? within.subList(within.size() - KEPT, within.size()) : within;
        if (flapping()) {
            return new Flaps(kept, since, count + 1);
        }
        return within.size() >= Math.min(rules.threshold(), KEPT)
                ? new Flaps(kept, within.getFirst(), within.size())
                : new Flaps(kept, null, 0);
    }
}
