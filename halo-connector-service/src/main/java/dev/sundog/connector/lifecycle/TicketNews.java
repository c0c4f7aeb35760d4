package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.TicketStatus;
import dev.sundog.event.FailureReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a lasting matter in Halo.
 *
 * @param eventId identifies this news; the same state and input give the same id
 * @param causedBy the events that it answers, the latest first, at most 20; none if none waits
 */
public record TicketNews(String eventId, TicketIdentity identity, Instant at, List<Cause> causedBy, Detail detail) {

    public TicketNews {
        causedBy = List.copyOf(causedBy);
    }

    /** What happened. */
    public sealed interface Detail {}

    /** Halo has the ticket. */
    public record Created(TicketRef ticket, String summary) implements Detail {}

    /** The matter goes on. */
    public record Updated(TicketRef ticket, long occurrences) implements Detail {}

    /** The matter is over; without a ticket when it ended before Halo heard of it. */
    public record Resolved(@Nullable TicketRef ticket, boolean closed) implements Detail {}

    /** The matter came back to its closed ticket. */
    public record Reopened(TicketRef ticket) implements Detail {}

    /** The ticket has another status in Halo, and it was not Sundog that set it. */
    public record StatusChanged(TicketRef ticket, long haloStatusId, String haloStatusName, TicketStatus status)
            implements Detail {}

    /** It could not be done. */
    public record Failed(FailureReason reason, String detail, boolean retryable, int attempts) implements Detail {}
}
