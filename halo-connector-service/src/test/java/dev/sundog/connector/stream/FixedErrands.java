package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.ErrandTerms;
import dev.sundog.connector.reference.ReadTerms;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same errands for every connection, and reads for some, all in one partition. */
record FixedErrands(ErrandTerms terms, Map<String, ReadTerms> reads) implements ErrandDirectory {

    @Override
    public ErrandTerms terms(String connectionId) {
        return terms;
    }

    @Override
    public @Nullable ReadTerms reading(String connectionId) {
        return reads.get(connectionId);
    }

    @Override
    public Collection<String> connections(int partition) {
        return reads.keySet();
    }
}
