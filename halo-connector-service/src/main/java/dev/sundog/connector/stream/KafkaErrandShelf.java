package dev.sundog.connector.stream;

import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.lifecycle.ErrandShelf;
import dev.sundog.connector.reference.Reading;
import dev.sundog.connector.status.KnownTicket;
import dev.sundog.connector.status.Poll;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps what errands know in the task's stores. */
final class KafkaErrandShelf implements ErrandShelf {

    static final String BY_HALO_ID = "by-halo-id";
    static final String POLLS = "polls";
    static final String AUDITS = "audits";
    static final String READINGS = "readings";

    private final KeyValueStore<String, KnownTicket> known;
    private final KeyValueStore<String, Poll> polls;
    private final KeyValueStore<String, Audit> audits;
    private final KeyValueStore<String, Reading> readings;

    KafkaErrandShelf(ProcessorContext<String, Object> context) {
        this.known = context.getStateStore(BY_HALO_ID);
        this.polls = context.getStateStore(POLLS);
        this.audits = context.getStateStore(AUDITS);
        this.readings = context.getStateStore(READINGS);
    }

    @Override
    public @Nullable KnownTicket known(String connectionId, long ticketId) {
        return known.get(KnownTicket.key(connectionId, ticketId));
    }

    @Override
    public void put(KnownTicket ticket) {
        known.put(ticket.key(), ticket);
    }

    @Override
    public void forget(String connectionId, long ticketId) {
        known.delete(KnownTicket.key(connectionId, ticketId));
    }

    @Override
    public void put(Poll poll) {
        polls.put(poll.connectionId(), poll);
    }

    @Override
    public void put(Audit audit) {
        audits.put(audit.connectionId(), audit);
    }

    @Override
    public void eachKnown(Consumer<KnownTicket> reader) {
        each(known, reader);
    }

    @Override
    public void eachPoll(Consumer<Poll> reader) {
        each(polls, reader);
    }

    @Override
    public void eachAudit(Consumer<Audit> reader) {
        each(audits, reader);
    }

    @Override
    public void put(Reading reading) {
        readings.put(reading.connectionId(), reading);
    }

    @Override
    public void forgetReading(String connectionId) {
        readings.delete(connectionId);
    }

    @Override
    public void eachReading(Consumer<Reading> reader) {
        each(readings, reader);
    }

    private static <T> void each(KeyValueStore<String, T> store, Consumer<T> reader) {
        try (KeyValueIterator<String, T> all = store.all()) {
            all.forEachRemaining(entry -> reader.accept(entry.value));
        }
    }
}
