package dev.sundog.routing.trial;

import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Refused;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where two decisions about one event differ in what becomes of it. Which rule said so makes no difference, nor does the wording
 * of a reason.
 *
 * @param fields what would be different about the ticket, by name; empty unless both make one
 */
public record Difference(Decision live, Decision draft, List<Field> fields) {

    public Difference {
        fields = List.copyOf(fields);
    }

    /** One thing of the ticket; a side is absent where it leaves it out. */
    public record Field(
            String name, @Nullable String live, @Nullable String draft) {}

    /** The difference; empty where both make the same of the event. */
    public static Optional<Difference> between(Decision live, Decision draft) {
        return switch (live) {
            case Routed(var _, var one)
            when draft instanceof Routed(var _, var other) ->
                one.equals(other)
                        ? Optional.empty()
                        : Optional.of(new Difference(live, draft, fields(TicketFacts.of(one), TicketFacts.of(other))));
            case Suppressed _ when draft instanceof Suppressed -> Optional.empty();
            case Parked one when draft instanceof Parked other && alike(one, other) -> Optional.empty();
            case Refused one when draft instanceof Refused other && one.reason() == other.reason() -> Optional.empty();
            case Routed _, Suppressed _, Parked _, Refused _ -> Optional.of(new Difference(live, draft, List.of()));
        };
    }

    private static boolean alike(Parked one, Parked other) {
        return one.reason() == other.reason()
                && Optional.ofNullable(one.until()).equals(Optional.ofNullable(other.until()));
    }

    private static List<Field> fields(Map<String, String> live, Map<String, String> draft) {
        var names = new TreeSet<>(live.keySet());
        names.addAll(draft.keySet());
        var fields = new ArrayList<Field>();
        for (var name : names) {
            var one = new TreeMap<>(live).get(name);
            var other = new TreeMap<>(draft).get(name);
            if (!Optional.ofNullable(one).equals(Optional.ofNullable(other))) {
                fields.add(new Field(name, one, other));
            }
        }
        return fields;
    }
}
