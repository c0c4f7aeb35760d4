package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Halo shows of a ticket in a test. */
final class Shown {

    static final long NEW = 1;
    static final long IN_PROGRESS = 2;
    static final long WAITING = 3;
    static final long CLOSED = 9;
    static final long WONT_FIX = 30;

    private Shown() {}

    /** Nobody but us did anything about it. */
    static FoundTicket ticket(long ticketId) {
        return ticket(ticketId, NEW, 1L, null);
    }

    static FoundTicket ticket(long ticketId, long statusId) {
        return ticket(ticketId, statusId, 1L, null);
    }

    static FoundTicket assigned(long ticketId, long agentId) {
        return ticket(ticketId, NEW, agentId, null);
    }

    static FoundTicket merged(long ticketId, long intoId) {
        return ticket(ticketId, NEW, 1L, intoId);
    }

    static CallEnd done(FoundTicket ticket) {
        return new CallEnd.Done(List.of(ticket));
    }

    private static FoundTicket ticket(long id, long status, @Nullable Long agent, @Nullable Long merged) {
        String name = "status " + status;
        return new FoundTicket(id, url(id), status, name, status == CLOSED, null, agent, merged, false, false, null);
    }

    static String url(long ticketId) {
        return "https://halo/ticket?id=" + ticketId;
    }
}
