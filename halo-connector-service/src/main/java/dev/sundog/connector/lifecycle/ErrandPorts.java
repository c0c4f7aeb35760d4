package dev.sundog.connector.lifecycle;

import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.audit.Finding;
import dev.sundog.connector.reference.Reading;
import dev.sundog.connector.status.KnownTicket;
import dev.sundog.connector.status.Poll;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What errands need of the world.
 *
 * @param terms what the configuration says of a connection's errands; null for one that has none
 * @param findings takes each finding once
 */
public record ErrandPorts(
        ErrandShelf shelf,
        Function<String, @Nullable ErrandTerms> terms,
        Consumer<Finding> findings,
        ReferencePorts reference) {

    /** For a host that does not read what can be chosen in Halo. */
    public ErrandPorts(ErrandShelf shelf, Function<String, @Nullable ErrandTerms> terms, Consumer<Finding> findings) {
        this(shelf, terms, findings, ReferencePorts.none());
    }

    /** For a host without errands: no connection has any, and nothing is kept. */
    static ErrandPorts none() {
        return new ErrandPorts(new Nothing(), _ -> null, _ -> {});
    }

    private static final class Nothing implements ErrandShelf {

        @Override
        public @Nullable KnownTicket known(String connectionId, long ticketId) {
            return null;
        }

        @Override
        public void put(KnownTicket ticket) {}

        @Override
        public void forget(String connectionId, long ticketId) {}

        @Override
        public void put(Poll poll) {}

        @Override
        public void put(Audit audit) {}

        @Override
        public void eachKnown(Consumer<KnownTicket> reader) {}

        @Override
        public void eachPoll(Consumer<Poll> reader) {}

        @Override
        public void eachAudit(Consumer<Audit> reader) {}

        @Override
        public void put(Reading reading) {}

        @Override
        public void forgetReading(String connectionId) {}

        @Override
        public void eachReading(Consumer<Reading> reader) {}
    }
}
