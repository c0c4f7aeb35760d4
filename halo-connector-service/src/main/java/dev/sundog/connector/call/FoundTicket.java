package dev.sundog.connector.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as Halo shows it.
 *
 * @param url where people open it
 * @param reference the reference that it carries; null where that was not shown
 * @param agentId to whom it is assigned
 * @param mergedIntoId the ticket that it was merged into
 * @param touched whether somebody else than Sundog's own agent acted on it; only {@link Operation.ReadTicket} finds out
 * @param updatedAt when it changed last, by Halo's clock
 */
public record FoundTicket(
        long ticketId,
        String url,
        @Nullable Long statusId,
        @Nullable String statusName,
        boolean closed,
        @Nullable String reference,
        @Nullable Long agentId,
        @Nullable Long mergedIntoId,
        boolean deleted,
        boolean touched,
        @Nullable Instant updatedAt) {

    /** A ticket of which no more than this is known. */
    public static FoundTicket of(long ticketId, String url) {
        return new FoundTicket(ticketId, url, null, null, false, null, null, null, false, false, null);
    }

    /** The same, and whether somebody touched it. */
    public FoundTicket touched(boolean bySomebody) {
        return with(reference, deleted, bySomebody);
    }

    /** The same, known to carry the reference. */
    public FoundTicket carrying(String carried) {
        return with(carried, deleted, touched);
    }

    /** The same, known to be deleted. */
    public FoundTicket inTheBin() {
        return with(reference, true, touched);
    }

    private FoundTicket with(@Nullable String carried, boolean inTheBin, boolean bySomebody) {
        return new FoundTicket(
                ticketId,
                url,
                statusId,
                statusName,
                closed,
                carried,
                agentId,
                mergedIntoId,
                inTheBin,
                bySomebody,
                updatedAt);
    }
}
