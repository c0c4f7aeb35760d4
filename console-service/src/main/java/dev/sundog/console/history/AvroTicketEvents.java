package dev.sundog.console.history;

import dev.sundog.console.history.HistoryEntry.Ticket;
import dev.sundog.console.history.HistoryEntry.TicketTold;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import dev.sundog.event.TicketFailed;
import dev.sundog.event.TicketReopened;
import dev.sundog.event.TicketResolved;
import dev.sundog.event.TicketStatus;
import dev.sundog.event.TicketStatusChanged;
import dev.sundog.event.TicketUpdated;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes from ticket events what the history keeps of them. */
final class AvroTicketEvents {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AvroTicketEvents() {}

    /** What one of the six sorts of ticket events adds to what all of them say. */
    private record Said(
            int rank,
            String state,
            @Nullable Long ticketId,
            @Nullable String url,
            @Nullable String summary,
            @Nullable Long occurrences) {}

    static TicketTold told(TicketEvent event) {
        var detail = (SpecificRecord) event.getDetail();
        var said = said(detail);
        var ticket = new Ticket(
                Holdable.key(event.getTicketKey()),
                Holdable.key(event.getTenantId()),
                Holdable.key(event.getConnectionId()),
                Holdable.key(event.getOrganizationId()),
                Holdable.key(event.getSource()),
                said.ticketId(),
                Optional.ofNullable(said.url()).map(Holdable::text).orElse(null),
                Optional.ofNullable(said.summary()).map(Holdable::text).orElse(null));
        return new TicketTold(
                Holdable.key(event.getEventId()),
                detail.getSchema().getName(),
                said.rank(),
                Holdable.moment(event.getOccurredAt()),
                ticket,
                event.getCausedBy().stream().map(Holdable::key).toList(),
                said.state(),
                said.occurrences(),
                JSON.writeValueAsString(members(detail)));
    }

    private static Said said(SpecificRecord detail) {
        return switch (detail) {
            case TicketCreated it -> new Said(1, "OPEN", it.getTicketId(), it.getTicketUrl(), it.getSummary(), 1L);
            case TicketReopened it -> new Said(2, "OPEN", it.getTicketId(), it.getTicketUrl(), null, 1L);
            case TicketUpdated it ->
                new Said(3, "OPEN", it.getTicketId(), it.getTicketUrl(), null, it.getOccurrences());
            case TicketStatusChanged it -> new Said(4, state(it.getStatus()), it.getTicketId(), null, null, null);
            case TicketResolved it -> new Said(5, "RESOLVED", it.getTicketId(), it.getTicketUrl(), null, null);
            case TicketFailed _ -> new Said(6, "FAILED", null, null, null, null);
            default -> throw new IllegalStateException("no ticket event: " + detail.getSchema());
        };
    }

    private static String state(TicketStatus status) {
        return switch (status) {
            case NEW, IN_PROGRESS, WAITING -> "OPEN";
            case RESOLVED, CLOSED -> "RESOLVED";
        };
    }

    private static Map<String, @Nullable Object> members(SpecificRecord detail) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var field : detail.getSchema().getFields()) {
            members.put(field.name(), plain(detail.get(field.pos())));
        }
        return members;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean truth -> truth;
            case Instant moment -> moment.toString();
            case Object other -> Holdable.text(other.toString());
        };
    }
}
