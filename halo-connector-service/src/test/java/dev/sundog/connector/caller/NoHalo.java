package dev.sundog.connector.caller;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.HaloPage;
import dev.sundog.connector.halo.HaloRow;
import dev.sundog.connector.halo.Sending;
import java.util.Map;

/** A Halo that nobody may call. */
final class NoHalo implements HaloApi {

    @Override
    public Answer<FoundTicket> create(
            HaloConnection connection, TicketFields fields, String reference, Sending sending) {
        throw new AssertionError("nothing may be sent");
    }

    @Override
    public Answer<FoundTicket> changeStatus(HaloConnection connection, Operation.ChangeStatus change, Sending sending) {
        throw new AssertionError("nothing may be sent");
    }

    @Override
    public Answer<FoundTicket> addNote(HaloConnection connection, Operation.AddNote note, Sending sending) {
        throw new AssertionError("nothing may be sent");
    }

    @Override
    public Answer<HaloRow> read(HaloConnection connection, long ticketId, Sending sending) {
        throw new AssertionError("nothing may be sent");
    }

    @Override
    public Answer<HaloPage> list(HaloConnection connection, Map<String, String> query, Sending sending) {
        throw new AssertionError("nothing may be sent");
    }
}
