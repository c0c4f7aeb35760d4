package dev.sundog.connector.lane;

import org.jspecify.annotations.Nullable;

/** What the configuration says of lanes. */
public interface LaneDirectory {

    /** Null for a connection that nobody knows. */
    @Nullable
    LaneTerms terms(String connectionId);
}
