package dev.sundog.connector.call;

import dev.sundog.delivery.CallResult;
import dev.sundog.delivery.HaloOperation;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.ObservedTicket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Outcomes from and to their form on {@code halo-outcomes-v1}. */
public final class AvroOutcomes {

    private AvroOutcomes() {}

    /** To the topic. */
    public static HaloOutcome write(CallOutcome outcome) {
        return HaloOutcome.newBuilder()
                .setCallId(outcome.callId())
                .setTicketKey(outcome.ticketKey())
                .setTenantId(outcome.tenantId())
                .setConnectionId(outcome.connectionId())
                .setOperation(HaloOperation.valueOf(outcome.operation()))
                .setResult(CallResult.valueOf(outcome.end().label()))
                .setHttpStatus(outcome.httpStatus())
                .setDetail(detail(outcome.end()))
                .setSentAt(outcome.sentAt())
                .setEndedAt(outcome.endedAt())
                .setRetryAfterMillis(retryAfterMillis(outcome.end()))
                .setTickets(tickets(outcome.end()))
                .setRequests(outcome.requests())
                .setReference(outcome.end() instanceof CallEnd.Done done ? AvroReferenceItems.write(done.page()) : null)
                .build();
    }

    /** From the topic. */
    public static CallOutcome read(HaloOutcome avro) {
        return new CallOutcome(
                avro.getCallId(),
                avro.getTicketKey(),
                avro.getTenantId(),
                avro.getConnectionId(),
                avro.getOperation().name(),
                end(avro),
                avro.getHttpStatus(),
                avro.getSentAt(),
                avro.getEndedAt(),
                avro.getRequests());
    }

    private static CallEnd end(HaloOutcome avro) {
        String detail = Objects.requireNonNullElse(avro.getDetail(), "");
        return switch (avro.getResult()) {
            case DONE ->
                new CallEnd.Done(
                        avro.getTickets().stream().map(AvroOutcomes::ticket).toList(),
                        AvroReferenceItems.read(avro.getReference()));
            case REJECTED -> new CallEnd.Rejected(detail);
            case TOO_LARGE -> new CallEnd.TooLarge(detail);
            case NOT_FOUND -> new CallEnd.NotFound(detail);
            case RATE_LIMITED ->
                new CallEnd.RateLimited(
                        avro.getRetryAfterMillis() == null ? null : Duration.ofMillis(avro.getRetryAfterMillis()));
            case AUTHENTICATION_FAILED -> new CallEnd.AuthenticationFailed(detail);
            case PERMISSION_DENIED -> new CallEnd.PermissionDenied(detail);
            case NOT_SENT -> new CallEnd.NotSent(detail);
            case EXPIRED -> new CallEnd.Expired();
            case UNKNOWN -> new CallEnd.Unknown(detail);
        };
    }

    private static @Nullable String detail(CallEnd end) {
        return switch (end) {
            case CallEnd.Done _, CallEnd.RateLimited _, CallEnd.Expired _ -> null;
            case CallEnd.Rejected rejected -> rejected.words();
            case CallEnd.TooLarge tooLarge -> tooLarge.detail();
            case CallEnd.NotFound notFound -> notFound.detail();
            case CallEnd.AuthenticationFailed failed -> failed.detail();
            case CallEnd.PermissionDenied denied -> denied.detail();
            case CallEnd.NotSent notSent -> notSent.detail();
            case CallEnd.Unknown unknown -> unknown.detail();
        };
    }

    private static @Nullable Long retryAfterMillis(CallEnd end) {
        return end instanceof CallEnd.RateLimited limited && limited.retryAfter() != null
                ? limited.retryAfter().toMillis()
                : null;
    }

    private static List<ObservedTicket> tickets(CallEnd end) {
        return end instanceof CallEnd.Done done
                ? done.tickets().stream().map(AvroOutcomes::ticket).toList()
                : List.of();
    }

    private static FoundTicket ticket(ObservedTicket avro) {
        return new FoundTicket(
                avro.getTicketId(),
                avro.getTicketUrl(),
                avro.getStatusId(),
                avro.getStatusName(),
                avro.getClosed(),
                avro.getReference(),
                avro.getAgentId(),
                avro.getMergedIntoId(),
                avro.getDeleted(),
                avro.getTouched(),
                avro.getUpdatedAt());
    }

    private static ObservedTicket ticket(FoundTicket ticket) {
        return ObservedTicket.newBuilder()
                .setTicketId(ticket.ticketId())
                .setTicketUrl(ticket.url())
                .setStatusId(ticket.statusId())
                .setStatusName(ticket.statusName())
                .setClosed(ticket.closed())
                .setReference(ticket.reference())
                .setAgentId(ticket.agentId())
                .setMergedIntoId(ticket.mergedIntoId())
                .setDeleted(ticket.deleted())
                .setTouched(ticket.touched())
                .setUpdatedAt(ticket.updatedAt())
                .build();
    }
}
