package dev.sundog.routing.policy;

import dev.sundog.routing.ticket.TicketTemplate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a policy.
 *
 * @param when condition; every event where absent
 * @param reason why, for SUPPRESS and PARK
 * @param parkUntil when PARK ends; until a person ends it where absent
 * @param goOn true: the fields are added and the next rules are asked too
 */
public record Rule(
        String id,
        String name,
        @Nullable String when,
        Action action,
        @Nullable String reason,
        @Nullable Instant parkUntil,
        boolean goOn,
        TicketTemplate then) {

    /** What becomes of an event that matches. */
    public enum Action {
        /** It becomes a ticket with these fields. */
        ROUTE,
        /** It needs no ticket. */
        SUPPRESS,
        /** It waits. */
        PARK
    }
}
