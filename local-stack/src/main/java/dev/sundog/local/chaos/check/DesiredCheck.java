package dev.sundog.local.chaos.check;

import dev.sundog.local.chaos.load.PlannedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One key for each matter, one open ticket for each open one, none for the others. */
final class DesiredCheck implements Check {

    @Override
    public Stream<Violation> find(Facts facts) {
        return Stream.concat(
                shared(facts),
                facts.groups.entrySet().stream()
                        .filter(entry -> !facts.isUndecided(entry.getKey()))
                        .flatMap(entry -> group(facts, entry.getKey(), entry.getValue())));
    }

    private static Stream<Violation> group(Facts facts, String name, List<PlannedEvent> events) {
        var keys = facts.keysOfGroup.get(name);
        if (keys == null || keys.isEmpty()) {
            return Stream.empty(); // nothing is decided: the balance says so
        }
        if (keys.size() > 1) {
            return Stream.of(new Violation(Invariant.ONE_KEY, name, "has the ticket keys " + keys));
        }
        var found = new ArrayList<Violation>();
        var tickets = facts.ticketsOf(keys.getFirst());
        var firing = facts.firing(events);
        var open = tickets.stream().filter(ticket -> !ticket.closed()).toList();
        if (open.size() != (firing.isEmpty() ? 0 : 1)) {
            found.add(new Violation(
                    Invariant.AS_DESIRED,
                    keys.getFirst(),
                    "%s; open tickets %s, all tickets %s; newest events %s"
                            .formatted(
                                    firing.isEmpty() ? "the matter is over" : "still lasts by " + firing,
                                    open.stream().map(Ticket::name).toList(),
                                    tickets.stream().map(Ticket::name).toList(),
                                    events.stream().map(PlannedEvent::id).toList())));
        }
        long most = facts.world.siteOf(events.getFirst().organizationId()).reopens() ? 1 : Facts.beginnings(events);
        if (tickets.size() > most) {
            found.add(new Violation(
                    Invariant.NOT_TOO_MANY,
                    keys.getFirst(),
                    "at most %d tickets are wanted, there are %s"
                            .formatted(most, tickets.stream().map(Ticket::name).toList())));
        }
        return found.stream();
    }

    private static Stream<Violation> shared(Facts facts) {
        Map<String, List<String>> groupsOfKey = new TreeMap<>();
        facts.keysOfGroup.forEach((group, keys) -> keys.forEach(
                key -> groupsOfKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(group)));
        return groupsOfKey.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Violation(
                        Invariant.ONE_KEY, entry.getKey(), "is shared by different matters: " + entry.getValue()));
    }
}
