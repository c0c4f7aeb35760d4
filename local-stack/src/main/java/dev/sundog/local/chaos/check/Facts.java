package dev.sundog.local.chaos.check;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.world.Site;
import dev.sundog.local.chaos.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plan and evidence, put side by side: what the checks look things up in. */
final class Facts {

    final World world;
    final Evidence evidence;

    /** Events that count: the sender was told that they are accepted. In the order of the plan. */
    final List<PlannedEvent> accepted;

    /** The same by what shares a ticket, events that become none left out. */
    final Map<String, List<PlannedEvent>> groups;

    final Map<String, List<Decided>> decisions;

    /** Ticket keys that decisions gave to the events of a group. */
    final Map<String, SortedSet<String>> keysOfGroup;

    private final Map<String, PlannedEvent> planned;
    private final Map<String, String> keyOfReference;
    private final Map<String, List<Ticket>> ticketsOfKey;

    Facts(World world, LoadPlan plan, Evidence evidence) {
        this.world = world;
        this.evidence = evidence;
        this.planned = plan.events().stream().collect(toMap(PlannedEvent::id, event -> event));
        this.accepted = plan.events().stream()
                .filter(event -> evidence.accepted().containsKey(event.id()))
                .toList();
        this.groups = accepted.stream()
                .filter(event -> event.fate() == Fate.TICKETED)
                .collect(groupingBy(PlannedEvent::group, TreeMap::new, toCollection(ArrayList::new)));
        this.decisions = evidence.decisions().stream().collect(groupingBy(Decided::eventId));
        this.keysOfGroup = accepted.stream()
                .filter(event -> event.fate() == Fate.TICKETED)
                .collect(groupingBy(
                        PlannedEvent::group,
                        TreeMap::new,
                        flatMapping(
                                event -> decisionsOf(event.id()).stream()
                                        .map(Decided::ticketKey)
                                        .filter(key -> !key.isEmpty()),
                                toCollection(TreeSet::new))));
        this.keyOfReference = evidence.calls().stream()
                .filter(Called::isCreate)
                .collect(toMap(
                        call -> haloOf(call.connectionId()) + "/" + call.reference(), Called::ticketKey, (a, _) -> a));
        this.ticketsOfKey = evidence.tickets().stream()
                .filter(ticket -> keyOf(ticket).isPresent())
                .collect(groupingBy(ticket -> keyOf(ticket).orElseThrow()));
    }

    List<Decided> decisionsOf(String eventId) {
        return decisions.getOrDefault(eventId, List.of());
    }

    Optional<PlannedEvent> plan(String eventId) {
        return Optional.ofNullable(planned.get(eventId));
    }

    /** The ticket key whose create carried the ticket's reference. */
    Optional<String> keyOf(Ticket ticket) {
        return Optional.ofNullable(keyOfReference.get(ticket.halo() + "/" + ticket.reference()));
    }

    List<Ticket> ticketsOf(String ticketKey) {
        return ticketsOfKey.getOrDefault(ticketKey, List.of());
    }

    /** Name of the Halo behind a connection; empty for a connection that is none of the run. */
    String haloOf(String connectionId) {
        return world.sites().stream()
                .filter(site -> site.connectionId().equals(connectionId))
                .map(Site::halo)
                .findFirst()
                .orElse("");
    }

    /** Matters of a group that last when its newest accepted events are believed. */
    List<String> firing(List<PlannedEvent> group) {
        Map<String, PlannedEvent> newest = group.stream()
                .collect(toMap(PlannedEvent::dedupKey, event -> event, (_, later) -> later, TreeMap::new));
        return newest.values().stream()
                .filter(event -> !event.over())
                .map(PlannedEvent::id)
                .toList();
    }

    /** True when nobody can tell what an event of the group came to. */
    boolean isUndecided(String group) {
        return evidence.undecided().stream()
                .flatMap(id -> plan(id).stream())
                .anyMatch(event -> event.group().equals(group));
    }

    /** How often a matter of the group began. */
    static long beginnings(List<PlannedEvent> group) {
        var matters = group.stream().collect(groupingBy(PlannedEvent::dedupKey, mapping(event -> event, toList())));
        return matters.values().stream().mapToLong(Facts::beginningsOfOne).sum();
    }

    private static long beginningsOfOne(List<PlannedEvent> matter) {
        long count = 0;
        boolean lasts = false;
        for (PlannedEvent event : matter) {
            if (!event.over() && !lasts) {
                count++;
            }
            lasts = !event.over();
        }
        return count;
    }
}
