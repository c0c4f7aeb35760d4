package dev.sundog.connector.lookup;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.Sending;
import java.util.List;

/**
 * Finds the tickets that carry a reference, and believes no row that it did not verify. Safe from any thread.
 *
 * <p>Got is certain: those tickets, deleted ones too, or none. Not found is not: none was seen, but the search may lag behind,
 * so it must be looked for again. Rejected says that the look-up does not work on this connection; it is never taken for "not
 * there", for then the ticket would be made again.
 */
public final class TicketFinder {

    private final ReferenceMemory memory;
    private final Search byThirdPartyId;
    private final Search byCustomField;
    private final Search byMarker;

    public TicketFinder(HaloApi halo, ReferenceMemory memory) {
        this.memory = memory;
        this.byThirdPartyId = new ByThirdPartyId(halo);
        this.byCustomField = new ByCustomField(halo);
        this.byMarker = new ByMarker(halo);
    }

    /**
     * Looks for a reference.
     *
     * @param looks how often it was looked for, with this time, from 1
     */
    public Answer<List<FoundTicket>> find(HaloConnection connection, String reference, int looks, Sending sending) {
        if (memory.isLost(connection)) {
            return lost(connection);
        }
        return switch (connection.lookup()) {
            case THIRD_PARTY_ID -> byThirdPartyId.find(connection, reference, looks, sending);
            case CUSTOM_FIELD -> byCustomField.find(connection, reference, looks, sending);
            case MARKER -> byMarker.find(connection, reference, looks, sending);
            case COMBINED ->
                new EveryWay(byThirdPartyId, byCustomField, byMarker).find(connection, reference, looks, sending);
        };
    }

    private static Answer<List<FoundTicket>> lost(HaloConnection connection) {
        return new Answer.Ended<>(
                new CallEnd.Rejected("Halo does not keep the reference of a new ticket in this connection's look-up "
                        + connection.lookup() + ". Choose another look-up for this connection."),
                null);
    }
}
