package dev.sundog.routing.trial;

import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Refused;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event that belongs to a policy, and what must become of it.
 *
 * @param outcome ROUTED, SUPPRESSED, PARKED or REFUSED
 * @param ruleId the rule that must match; any where absent
 * @param fields what the ticket must have, by the names of {@link TicketFacts}
 */
public record Example(
        String name, Event event, String outcome, @Nullable String ruleId, Map<String, String> fields) {

    public Example {
        fields = Map.copyOf(fields);
    }

    /** What a decision about the event gets wrong, one line each; empty where it is as it must be. */
    public List<String> faults(Decision decision) {
        var faults = new ArrayList<String>();
        var came = outcomeOf(decision);
        if (!came.equals(outcome)) {
            faults.add("outcome: expected " + outcome + ", got " + came + why(decision));
        }
        var rule = decision.trail().rule();
        var matched = rule == null ? "none" : rule.id();
        if (ruleId != null && !ruleId.equals(matched)) {
            faults.add("rule: expected " + ruleId + ", got " + matched);
        }
        if (decision instanceof Routed(var _, var wish)) {
            fieldFaults(TicketFacts.of(wish), faults);
        } else {
            new TreeMap<>(fields)
                    .forEach((field, value) ->
                            faults.add(field + ": expected \"" + value + "\", but there is no ticket"));
        }
        return faults;
    }

    /** The word for what became of an event. */
    public static String outcomeOf(Decision decision) {
        return switch (decision) {
            case Routed _ -> "ROUTED";
            case Suppressed _ -> "SUPPRESSED";
            case Parked _ -> "PARKED";
            case Refused _ -> "REFUSED";
        };
    }

    /** Why an event became no ticket; empty for one that did. */
    public static String detailOf(Decision decision) {
        return switch (decision) {
            case Routed _ -> "";
            case Suppressed suppressed -> suppressed.detail();
            case Parked parked -> parked.reason() + ": " + parked.detail();
            case Refused refused -> refused.reason() + ": " + refused.detail();
        };
    }

    private static String why(Decision decision) {
        var detail = detailOf(decision);
        return detail.isEmpty() ? "" : " (" + detail + ")";
    }

    private void fieldFaults(SortedMap<String, String> facts, List<String> faults) {
        for (var expected : new TreeMap<>(fields).entrySet()) {
            var value = facts.getOrDefault(expected.getKey(), "");
            if (!value.equals(expected.getValue())) {
                faults.add(expected.getKey() + ": expected \"" + expected.getValue() + "\", got \"" + value + "\"");
            }
        }
    }
}
