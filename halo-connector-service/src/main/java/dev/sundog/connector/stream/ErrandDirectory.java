package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.ErrandTerms;
import org.jspecify.annotations.Nullable;

/** What the configuration says of errands. */
interface ErrandDirectory {

    /** Null for a connection that nobody knows. */
    @Nullable
    ErrandTerms terms(String connectionId);
}
