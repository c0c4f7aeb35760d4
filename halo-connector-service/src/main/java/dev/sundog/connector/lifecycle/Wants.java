package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lane.Urgency;
import dev.sundog.connector.lane.Want;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a ticket's state wants of its lane. */
final class Wants {

    private static final int REQUESTS_OF_A_LOOK_UP = new Operation.FindTicket().requests();
    private static final int REQUESTS_OF_A_READ = new Operation.ReadTicket(1).requests();

    private Wants() {}

    /** Null if it wants no turn. */
    static @Nullable Want of(TicketState state) {
        Instant due = state.due();
        if (due == null) {
            return null;
        }
        TicketIdentity identity = state.identity();
        return new Want(identity.ticketKey(), identity.organizationId(), urgency(state), due, requests(state));
    }

    /** What the turn may cost: the change itself, or the read before it. */
    private static int requests(TicketState state) {
        if (state.phase() instanceof Phase.Unsure) {
            return REQUESTS_OF_A_LOOK_UP;
        }
        boolean reads = state.sight().mayNeedReading() || state.newest().goal() == Goal.RESOLVED;
        return state.phase() instanceof Phase.Ticketed && reads ? REQUESTS_OF_A_READ : 1;
    }

    private static Urgency urgency(TicketState state) {
        if (state.phase() instanceof Phase.Ticketed && state.sight().mayNeedReading()) {
            return Urgency.NEW;
        }
        if (state.phase() instanceof Phase.Open && state.newest().goal() == Goal.OPEN) {
            return state.identity().isStorm() ? Urgency.NEW : Urgency.NOTE;
        }
        return state.urgent() ? Urgency.URGENT : Urgency.NEW;
    }
}
