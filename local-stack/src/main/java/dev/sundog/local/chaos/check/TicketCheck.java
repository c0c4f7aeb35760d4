package dev.sundog.local.chaos.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Halo has exactly the tickets that it should have, and sources were told of each once. */
final class TicketCheck implements Check {

    @Override
    public Stream<Violation> find(Facts facts) {
        return Stream.of(doubled(facts), strange(facts), untold(facts), invented(facts))
                .flatMap(found -> found);
    }

    private static Stream<Violation> doubled(Facts facts) {
        Map<String, List<Ticket>> byReference = facts.evidence.tickets().stream()
                .filter(ticket -> !ticket.reference().isEmpty())
                .collect(groupingBy(ticket -> ticket.halo() + "/" + ticket.reference(), TreeMap::new, toList()));
        return byReference.values().stream()
                .filter(tickets -> tickets.size() > 1)
                .map(tickets -> new Violation(
                        Invariant.ONE_TICKET,
                        facts.keyOf(tickets.getFirst()).orElse("no ticket key"),
                        "reference %s has %s; creates %s"
                                .formatted(
                                        tickets.getFirst().reference(),
                                        tickets.stream().map(Ticket::name).toList(),
                                        creates(facts, tickets.getFirst().reference()))));
    }

    private static Stream<Violation> strange(Facts facts) {
        return facts.evidence.tickets().stream().flatMap(ticket -> strange(facts, ticket).stream());
    }

    private static Optional<Violation> strange(Facts facts, Ticket ticket) {
        var key = facts.keyOf(ticket);
        if (key.isEmpty()) {
            return Optional.of(new Violation(
                    Invariant.TICKET_KNOWN,
                    ticket.name(),
                    "reference '%s' is of no create; headline '%s'".formatted(ticket.reference(), ticket.summary())));
        }
        return facts.keysOfGroup.entrySet().stream()
                .filter(entry -> entry.getValue().contains(key.get()))
                .flatMap(entry -> facts.groups.getOrDefault(entry.getKey(), List.of()).stream()
                        .limit(1))
                .map(event -> facts.world.partyOf(event.organizationId()))
                .filter(party -> party.customerId() != ticket.customerId())
                .findFirst()
                .map(party -> new Violation(
                        Invariant.TICKET_KNOWN,
                        ticket.name(),
                        "is at customer %d, should be at %d; ticket key %s"
                                .formatted(ticket.customerId(), party.customerId(), key.get())));
    }

    private static Stream<Violation> untold(Facts facts) {
        var creations = creations(facts);
        return facts.evidence.tickets().stream()
                .filter(ticket -> facts.keyOf(ticket).isPresent())
                .filter(ticket ->
                        creations.getOrDefault(ticket.name(), List.of()).size() != 1)
                .map(ticket -> new Violation(
                        Invariant.CREATED_ONCE,
                        ticket.name(),
                        "ticket key %s, TicketCreated at %s"
                                .formatted(
                                        facts.keyOf(ticket).orElseThrow(),
                                        creations.getOrDefault(ticket.name(), List.of()).stream()
                                                .map(Told::place)
                                                .toList())));
    }

    private static Stream<Violation> invented(Facts facts) {
        var tickets = facts.evidence.tickets().stream().collect(groupingBy(Ticket::name));
        return facts.evidence.told().stream()
                .filter(Told::isCreation)
                .filter(told -> tickets.getOrDefault(name(facts, told), List.of()).stream()
                        .noneMatch(ticket -> facts.keyOf(ticket).equals(Optional.of(told.ticketKey()))))
                .map(told -> new Violation(
                        Invariant.CREATED_ONCE,
                        told.ticketKey(),
                        "told %s at %s, but Halo has no such ticket of this key"
                                .formatted(name(facts, told), told.place())));
    }

    private static Map<String, List<Told>> creations(Facts facts) {
        return facts.evidence.told().stream().filter(Told::isCreation).collect(groupingBy(told -> name(facts, told)));
    }

    private static String name(Facts facts, Told told) {
        return facts.haloOf(told.connectionId()) + "#" + told.ticketId();
    }

    private static List<Place> creates(Facts facts, String reference) {
        return facts.evidence.calls().stream()
                .filter(Called::isCreate)
                .filter(call -> call.reference().equals(reference))
                .map(Called::place)
                .toList();
    }
}
