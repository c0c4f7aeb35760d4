package dev.sundog.connector.lifecycle;

import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.reference.Reading;
import dev.sundog.connector.status.KnownTicket;
import dev.sundog.connector.status.Poll;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where errands keep what they know, in one transaction with what is sent. Used by one thread. */
public interface ErrandShelf {

    /** Null for a ticket that is not ours. */
    @Nullable
    KnownTicket known(String connectionId, long ticketId);

    /** Replaces what is known of a ticket. */
    void put(KnownTicket ticket);

    /** Forgets a ticket. */
    void forget(String connectionId, long ticketId);

    /** Replaces the poll of its connection. */
    void put(Poll poll);

    /** Replaces the audit of its connection. */
    void put(Audit audit);

    /** Shows every known ticket, in no order. */
    void eachKnown(Consumer<KnownTicket> reader);

    /** Shows every poll, in no order. */
    void eachPoll(Consumer<Poll> reader);

    /** Shows every audit, in no order. */
    void eachAudit(Consumer<Audit> reader);

    /** Replaces how far the read of its connection has come. */
    void put(Reading reading);

    /** Forgets the read of a connection. */
    void forgetReading(String connectionId);

    /** Shows every read, in no order. */
    void eachReading(Consumer<Reading> reader);
}
