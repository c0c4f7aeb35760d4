package dev.sundog.routing.decision;

import dev.sundog.event.FailureReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of one event, and why. */
public sealed interface Decision {

    /** What it was decided by. */
    Trail trail();

    /** It goes to a ticket. */
    record Routed(Trail trail, TicketWish wish) implements Decision {}

    /** It needs no ticket. */
    record Suppressed(Trail trail, String detail) implements Decision {}

    /**
     * It waits and is decided again when the configuration changes or the time comes.
     *
     * @param until when a time ends it; a person does where absent
     * @param wholeOrganization true when the events that follow have to queue behind it
     */
    record Parked(
            Trail trail,
            FailureReason reason,
            String detail,
            @Nullable Instant until,
            boolean wholeOrganization) implements Decision {}

    /** It can never become a ticket as it is. */
    record Refused(Trail trail, FailureReason reason, String detail) implements Decision {}
}
