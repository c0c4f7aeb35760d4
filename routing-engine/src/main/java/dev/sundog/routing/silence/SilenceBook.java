package dev.sundog.routing.silence;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Conditions;
import dev.sundog.routing.silence.RruleWindows.Layout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Asks silences about events. Lays out and compiles each version of a silence once. Safe from any thread.
 *
 * <p>A silence that cannot be asked holds nothing: rather a ticket too many than a matter that nobody hears of.
 */
public final class SilenceBook {

    private static final int KEPT = 10_000;

    private final Conditions conditions = new Conditions();
    private final ConcurrentMap<String, CompiledSilence> compiled = new ConcurrentHashMap<>();

    /**
     * Something that is wrong with a silence.
     *
     * @param pointer JSON pointer into its record, for example {@code /recurrence/rrule}
     */
    public record Fault(String pointer, String why) {}

    /**
     * The silence that holds an event the longest; of several that do, the one with the first id. An event that ends its matter
     * is never held.
     *
     * @param lineage whom the event is about and the organizations above, nearest first; their tenant's silences are asked, no
     *     others
     * @param ended ids of silences that ended for this matter when it was resolved
     */
    public Hush ask(Event event, List<Organization> lineage, Silences configuration, Set<String> ended, Instant now) {
        if (event.over()) {
            return new Hush.None();
        }
        Hush.Held longest = null;
        for (var silence : configuration.silencesAbout(event, lineage)) {
            if (silence.untilResolved() && ended.contains(silence.id())) {
                continue;
            }
            if (compiled(silence).ask(event, lineage, now) instanceof Hush.Held held
                    && (longest == null || longer(held, longest))) {
                longest = held;
            }
        }
        return longest == null ? new Hush.None() : longest;
    }

    /** What is wrong with a silence that somebody wants to save: what no event could be asked about. */
    public List<Fault> faults(Silence silence) {
        var faults = new ArrayList<Fault>();
        var recurrence = silence.recurrence();
        if (recurrence != null
                && RruleWindows.lay(recurrence, silence.startsAt(), silence.endsAt())
                        instanceof Layout.Refused(var field, var why)) {
            faults.add(new Fault(field.equals("endsAt") ? "/endsAt" : "/recurrence/" + field, why));
        }
        conditions.refusal(silence.when()).ifPresent(why -> faults.add(new Fault("/when", why)));
        return List.copyOf(faults);
    }

    private CompiledSilence compiled(Silence silence) {
        var known = compiled.get(silence.id());
        if (known != null && known.silence().equals(silence)) {
            return known;
        }
        if (compiled.size() >= KEPT) {
            // Those that are gone would stay for good; those that are asked again come back.
            compiled.clear();
        }
        var fresh = new CompiledSilence(silence, conditions);
        compiled.put(silence.id(), fresh);
        return fresh;
    }

    private static boolean longer(Hush.Held one, Hush.Held other) {
        int order = end(one).compareTo(end(other));
        return order > 0
                || (order == 0 && one.silence().id().compareTo(other.silence().id()) < 0);
    }

    private static Instant end(Hush.Held held) {
        return Optional.ofNullable(held.until()).orElse(Instant.MAX);
    }
}
