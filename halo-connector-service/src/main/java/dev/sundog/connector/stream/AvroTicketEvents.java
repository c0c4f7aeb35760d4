package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.Cause;
import dev.sundog.connector.lifecycle.TicketNews;
import dev.sundog.connector.lifecycle.TicketRef;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import dev.sundog.event.TicketFailed;
import dev.sundog.event.TicketReopened;
import dev.sundog.event.TicketResolved;
import dev.sundog.event.TicketStatus;
import dev.sundog.event.TicketStatusChanged;
import dev.sundog.event.TicketUpdated;
import org.jspecify.annotations.Nullable;

/** News of tickets in their form on {@code ticket-events-v1}. */
final class AvroTicketEvents {

    private AvroTicketEvents() {}

    static TicketEvent write(TicketNews news) {
        return TicketEvent.newBuilder()
                .setEventId(news.eventId())
                .setOccurredAt(news.at())
                .setTenantId(news.identity().tenantId())
                .setConnectionId(news.identity().connectionId())
                .setOrganizationId(news.identity().organizationId())
                .setTicketKey(news.identity().ticketKey())
                .setSource(news.identity().source())
                .setCausedBy(news.causedBy().stream().map(Cause::eventId).toList())
                .setDetail(detail(news.detail()))
                .build();
    }

    private static Object detail(TicketNews.Detail detail) {
        return switch (detail) {
            case TicketNews.Created created ->
                new TicketCreated(created.ticket().ticketId(), created.ticket().url(), created.summary());
            case TicketNews.Updated updated ->
                new TicketUpdated(updated.ticket().ticketId(), updated.ticket().url(), updated.occurrences());
            case TicketNews.Resolved resolved -> resolved(resolved.ticket(), resolved.closed());
            case TicketNews.Reopened reopened ->
                new TicketReopened(
                        reopened.ticket().ticketId(), reopened.ticket().url());
            case TicketNews.StatusChanged changed ->
                new TicketStatusChanged(
                        changed.ticket().ticketId(),
                        changed.haloStatusId(),
                        changed.haloStatusName(),
                        TicketStatus.valueOf(changed.status().name()));
            case TicketNews.Failed failed ->
                new TicketFailed(failed.reason(), failed.detail(), failed.retryable(), failed.attempts());
        };
    }

    private static TicketResolved resolved(@Nullable TicketRef ticket, boolean closed) {
        return TicketResolved.newBuilder()
                .setTicketId(ticket == null ? null : ticket.ticketId())
                .setTicketUrl(ticket == null ? null : ticket.url())
                .setClosed(closed)
                .build();
    }
}
