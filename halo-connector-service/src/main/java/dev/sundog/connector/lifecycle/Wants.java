package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lane.Urgency;
import dev.sundog.connector.lane.Want;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a ticket's state wants of its lane. */
final class Wants {

    private static final int REQUESTS_OF_A_LOOK_UP = new Operation.FindTicket().requests();

    private Wants() {}

    /** Null if it wants no turn. */
    static @Nullable Want of(TicketState state) {
        Instant due = state.due();
        if (due == null) {
            return null;
        }
        TicketIdentity identity = state.identity();
        int requests = state.phase() instanceof Phase.Unsure ? REQUESTS_OF_A_LOOK_UP : 1;
        return new Want(identity.ticketKey(), identity.organizationId(), urgency(state), due, requests);
    }

    private static Urgency urgency(TicketState state) {
        if (state.phase() instanceof Phase.Open && state.newest().goal() == Goal.OPEN) {
            return Urgency.NOTE;
        }
        return state.urgent() ? Urgency.URGENT : Urgency.NEW;
    }
}
