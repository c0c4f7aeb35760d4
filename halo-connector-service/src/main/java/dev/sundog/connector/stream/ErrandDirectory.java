package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.ErrandTerms;
import dev.sundog.connector.reference.ReadTerms;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the configuration says of errands. */
interface ErrandDirectory {

    /** Null for a connection that nobody knows. */
    @Nullable
    ErrandTerms terms(String connectionId);

    /** Null for a connection that nobody knows. */
    @Nullable
    ReadTerms reading(String connectionId);

    /** The connections whose records are in that partition. */
    Collection<String> connections(int partition);
}
