package dev.sundog.connector.connection;

import java.util.Optional;

/** Knows every connection. Safe from any thread, never waits. */
public interface ConnectionDirectory {

    /** Empty if nobody knows it, or not any more. */
    Optional<HaloConnection> find(String connectionId);
}
