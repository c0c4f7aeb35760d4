package dev.sundog.connector.lookup;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.connection.HaloConnection.Lookup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether Halo kept the reference of the newest ticket, by connection and its version. Some versions take the field of the
 * reference and forget it; then "not found" means nothing. Kept in memory: after a start the first create tells again. Safe
 * from any thread.
 */
public final class ReferenceMemory {

    private record Newest(long version, boolean kept) {}

    private final Map<String, Newest> newest = new ConcurrentHashMap<>();

    /**
     * Halo answered a create.
     *
     * @return true if it just turned out that this connection loses references
     */
    public boolean created(HaloConnection connection, String reference, FoundTicket ticket) {
        boolean wasLost = isLost(connection);
        newest.put(connection.id(), new Newest(connection.version(), kept(connection.lookup(), reference, ticket)));
        return !wasLost && isLost(connection);
    }

    /** True when it is known that this connection's tickets do not carry what they are looked up by. */
    boolean isLost(HaloConnection connection) {
        Newest last = newest.get(connection.id());
        return last != null && last.version() == connection.version() && !last.kept();
    }

    private static boolean kept(Lookup lookup, String reference, FoundTicket ticket) {
        return switch (lookup) {
            case THIRD_PARTY_ID -> reference.equals(ticket.reference());
            // An answer that leaves the custom fields out says nothing of them.
            case CUSTOM_FIELD -> ticket.reference() == null || reference.equals(ticket.reference());
            case MARKER, COMBINED -> true;
        };
    }
}
