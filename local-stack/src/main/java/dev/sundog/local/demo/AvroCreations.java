package dev.sundog.local.demo;

import dev.sundog.contract.Topics;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the topics say about tickets that were created, as any product could read it. */
final class AvroCreations {

    private final AvroTopicReader reader;

    AvroCreations(AvroTopicReader reader) {
        this.reader = reader;
    }

    /** How often a creation was told for these ticket keys. */
    long told(Set<String> ticketKeys) {
        return creations().stream()
                .filter(event -> ticketKeys.contains(event.getTicketKey()))
                .count();
    }

    /** Milliseconds from accepted to known ticket, for the events whose id begins so; the shortest first. */
    List<Long> millis(String eventIdPrefix) {
        Map<String, Long> accepted = new HashMap<>();
        reader.read(Topics.ROUTING_DECISIONS, RoutingDecision.class).stream()
                .filter(decision -> decision.getEventId().startsWith(eventIdPrefix))
                .forEach(decision -> accepted.put(
                        decision.getTicketKey(), decision.getAcceptedAt().toEpochMilli()));
        return creations().stream()
                .filter(event -> accepted.containsKey(event.getTicketKey()))
                .map(event -> event.getOccurredAt().toEpochMilli() - accepted.getOrDefault(event.getTicketKey(), 0L))
                .sorted()
                .toList();
    }

    private List<TicketEvent> creations() {
        return reader.read(Topics.TICKET_EVENTS, TicketEvent.class).stream()
                .filter(event -> event.getDetail() instanceof TicketCreated)
                .toList();
    }
}
