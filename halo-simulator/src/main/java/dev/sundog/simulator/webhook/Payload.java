package dev.sundog.simulator.webhook;

import dev.sundog.simulator.book.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The body of one delivery, as a live tenant sent it in September 2026 (section 7 of the reference). */
final class Payload {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> SMALL = List.of(
            "id",
            "summary",
            "status_id",
            "tickettype_id",
            "client_id",
            "team_id",
            "agent_id",
            "customfields",
            "hasbeenclosed");

    /** Value of {@code payload_type}; the numbers are guessed, only the kinds are known. */
    private static final int FULL = 1;

    private static final int EVENT_ONLY = 2;

    private Payload() {}

    /** @param ticket the ticket as {@code GET /Tickets/{id}} shows it */
    static Parcel parcel(Row hook, Row notification, Happening happening, Map<String, Object> ticket) {
        String id = UUID.randomUUID().toString();
        int ticketId = happening.ticketId();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("webhook_id", hook.text("id"));
        json.put("notification_id", notification.number("id"));
        json.put("escmsg_id", UUID.randomUUID().toString());
        json.put("event", happening.event().words());
        json.put("message", happening.event().message(ticketId));
        json.put("object_id", ticketId);
        json.put("agent_id", happening.agentId());
        json.put("timestamp", time(happening.at()));
        ticket(hook.number("payload_type"), ticket).ifPresent(shown -> json.put("ticket", shown));
        return new Parcel(id, notification.number("id"), happening.event(), ticketId, json);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static Optional<Map<String, Object>> ticket(int payloadType, Map<String, Object> ticket) {
        return switch (payloadType) {
            case EVENT_ONLY -> Optional.empty();
            case FULL -> Optional.of(ticket);
            default -> {
                Map<String, Object> small = new LinkedHashMap<>();
                SMALL.forEach(name -> Optional.ofNullable(ticket.get(name)).ifPresent(value -> small.put(name, value)));
                yield Optional.of(small);
            }
        };
    }
}
