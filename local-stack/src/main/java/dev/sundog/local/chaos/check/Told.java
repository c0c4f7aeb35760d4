package dev.sundog.local.chaos.check;

import java.time.Instant;
import java.util.List;

/**
 * One ticket event.
 *
 * @param type of its detail, for example {@code TicketCreated}
 * @param ticketId zero where it names none
 * @param goesOn a failure that is tried again
 * @param causedBy ids of events
 */
public record Told(
        Place place,
        String eventId,
        String type,
        String connectionId,
        String ticketKey,
        long ticketId,
        boolean goesOn,
        List<String> causedBy,
        Instant at) {

    static final String CREATED = "TicketCreated";
    static final String RESOLVED = "TicketResolved";
    static final String FAILED = "TicketFailed";

    public Told {
        causedBy = List.copyOf(causedBy);
    }

    boolean isCreation() {
        return type.equals(CREATED);
    }

    /** Ends the waiting of the events it names. */
    boolean concludes() {
        return !(type.equals(FAILED) && goesOn);
    }

    boolean isFailure() {
        return type.equals(FAILED) && !goesOn;
    }
}
