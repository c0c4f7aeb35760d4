package dev.sundog.connector.connection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Knows every connection. Safe from any thread, never waits. */
public interface ConnectionDirectory {

    /** Empty if nobody knows it, or not any more. */
    Optional<HaloConnection> find(String connectionId);

    /** The ids of all, as they are now. */
    default Collection<String> ids() {
        return List.of();
    }
}
