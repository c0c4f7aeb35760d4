package dev.sundog.routing.check;

import dev.sundog.routing.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at which tickets a policy would choose for events that really came. A source says by the dedup key that events are of one
 * matter; a policy that sends them to different tickets has something in its key that changes. Memory is bounded: what comes after
 * 100,000 names of tickets is looked at no more. For one thread.
 */
public final class KeyObservations {

    private static final int TOLD = 10;
    private static final int KEPT = 100_000;

    private final Map<Matter, Set<String>> keys = new LinkedHashMap<>();
    private int kept;

    /** Takes one event and the key of the ticket that it would go to. */
    public void saw(Event event, String ticketKey) {
        if (kept >= KEPT) {
            return;
        }
        var tickets = keys.computeIfAbsent(
                new Matter(event.source(), event.organizationId(), event.dedupKey()), _ -> new LinkedHashSet<>());
        kept += tickets.add(ticketKey) ? 1 : 0;
    }

    /** The matters that were torn apart, at most ten of them, in the order in which they were seen. */
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        keys.forEach((matter, tickets) -> {
            if (tickets.size() > 1 && findings.size() < TOLD) {
                findings.add(new Finding("", torn(matter, tickets)));
            }
        });
        return List.copyOf(findings);
    }

    private static String torn(Matter matter, Set<String> tickets) {
        var examples = tickets.stream().limit(2).toList();
        return "events of " + matter.source() + " about " + matter.organizationId() + " with the dedup key "
                + matter.dedupKey() + " go to " + tickets.size() + " tickets, such as " + examples.getFirst() + " and "
                + examples.getLast() + "; leave out of the key what changes between them";
    }

    private record Matter(String source, String organizationId, String dedupKey) {}
}
