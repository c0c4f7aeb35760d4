package dev.sundog.connector.lifecycle;

import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.reference.Reading;
import dev.sundog.connector.status.KnownTicket;
import dev.sundog.connector.status.Poll;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What errands keep, in memory. */
final class MemoryErrands implements ErrandShelf {

    final Map<String, KnownTicket> known = new TreeMap<>();
    final Map<String, Poll> polls = new TreeMap<>();
    final Map<String, Audit> audits = new TreeMap<>();
    final Map<String, Reading> readings = new TreeMap<>();

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
        known.remove(KnownTicket.key(connectionId, ticketId));
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
    public void put(Reading reading) {
        readings.put(reading.connectionId(), reading);
    }

    @Override
    public void forgetReading(String connectionId) {
        readings.remove(connectionId);
    }

    @Override
    public void eachReading(Consumer<Reading> reader) {
        readings.values().forEach(reader);
    }

    @Override
    public void eachKnown(Consumer<KnownTicket> reader) {
        known.values().forEach(reader);
    }

    @Override
    public void eachPoll(Consumer<Poll> reader) {
        polls.values().forEach(reader);
    }

    @Override
    public void eachAudit(Consumer<Audit> reader) {
        audits.values().forEach(reader);
    }
}
