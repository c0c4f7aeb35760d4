package dev.sundog.connector.halo;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.connection.HaloConnection;
import java.util.Map;

/**
 * Halo, as far as we need it. Each method waits for the answer and never throws for what Halo or the network do; nothing is
 * tried twice, but for one new token after a 401, which Halo did not execute.
 */
public interface HaloApi {

    /** Makes a ticket that carries the reference. */
    Answer<FoundTicket> create(HaloConnection connection, TicketFields fields, String reference, Sending sending);

    /** Sets a status, with the note in the same exchange where there is one. */
    Answer<FoundTicket> changeStatus(HaloConnection connection, Operation.ChangeStatus change, Sending sending);

    /** Writes a private note. */
    Answer<FoundTicket> addNote(HaloConnection connection, Operation.AddNote note, Sending sending);

    /** Reads one ticket. */
    Answer<HaloRow> read(HaloConnection connection, long ticketId, Sending sending);

    /** Reads the first hundred tickets that match. Halo ignores what it does not know in the query. */
    Answer<HaloPage> list(HaloConnection connection, Map<String, String> query, Sending sending);
}
