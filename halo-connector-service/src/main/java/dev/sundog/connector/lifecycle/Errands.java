package dev.sundog.connector.lifecycle;

import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.Lanes;
import dev.sundog.connector.lane.Urgency;
import dev.sundog.connector.lane.Want;
import dev.sundog.connector.reference.Reading;
import dev.sundog.connector.status.KnownTicket;
import dev.sundog.connector.status.Notice;
import dev.sundog.connector.status.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lanes do besides their tickets: they poll for what changed in Halo, take notices, let the auditor look, and read what can
 * be chosen in Halo. What a poll brings back is a hint for the ticket that it is about. A connection is polled and audited from
 * its first ticket on. Used by one thread.
 */
final class Errands {

    /** How soon an errand looks again whether it is wanted now. */
    private static final Duration REST = Duration.ofMinutes(5);

    private final ErrandPorts ports;
    private final Lanes lanes;
    private final Audits audits;
    private final Readings readings;
    private final Map<String, Poll> polls = new HashMap<>();

    Errands(ErrandPorts ports, Lanes lanes, TicketShelf shelf, Duration settling) {
        this.ports = ports;
        this.lanes = lanes;
        this.audits = new Audits(ports, lanes, shelf, settling);
        this.readings = new Readings(ports, lanes);
        ports.shelf().eachPoll(this::line);
    }

    /** True for the name of an errand, which no ticket has: its organization is never empty. */
    static boolean isErrand(String connectionId, String key) {
        return key.equals(Poll.key(connectionId))
                || key.equals(Audit.key(connectionId))
                || key.equals(Reading.key(connectionId));
    }

    /** Looks for new and changed connections; returns those whose lane has something to do. */
    Set<String> tick(Instant now) {
        return readings.tick(now);
    }

    /** A person wants to have read what can be chosen; false if there is no such connection of the tenant. */
    boolean readReference(String connectionId, String tenantId, Instant now) {
        return readings.commanded(connectionId, tenantId, now);
    }

    /** A ticket's state was kept; it costs one look into the index. */
    void kept(TicketState state) {
        TicketIdentity identity = state.identity();
        String connectionId = identity.connectionId();
        TicketRef ticket = state.phase().ticketRef();
        Instant madeAt = state.sight().madeAt();
        if (ticket == null
                || madeAt == null
                || ports.terms().apply(connectionId) == null
                || ports.shelf().known(connectionId, ticket.ticketId()) != null) {
            return;
        }
        String reference = References.of(identity.ticketKey(), state.episode());
        KnownTicket known = KnownTicket.of(connectionId, ticket.ticketId(), identity.ticketKey(), reference, madeAt);
        ports.shelf().put(known);
        audits.watch(known);
        if (!polls.containsKey(connectionId)) {
            keep(Poll.of(connectionId, madeAt));
        }
    }

    /** A ticket's state is given up. */
    void forgotten(TicketState state) {
        TicketRef ticket = state.phase().ticketRef();
        if (ticket != null) {
            ports.shelf().forget(state.identity().connectionId(), ticket.ticketId());
            audits.forget(state.identity().connectionId(), ticket.ticketId());
        }
    }

    /** An errand has its turn; null if it does not want it any more. */
    @Nullable
    Call turn(String connectionId, String key, LaneTerms terms, Instant notAfter, Instant now) {
        if (key.equals(Reading.key(connectionId))) {
            return readings.turn(connectionId, terms.tenantId(), notAfter, now);
        }
        ErrandTerms errands = ports.terms().apply(connectionId);
        if (errands == null) {
            lanes.put(connectionId, key, null);
            return null;
        }
        if (key.equals(Audit.key(connectionId))) {
            return audits.turn(connectionId, errands, terms.tenantId(), notAfter, now);
        }
        Poll poll = polls.get(connectionId);
        if (poll == null || errands.pollInterval().isZero()) {
            if (poll != null) {
                keep(poll.resting(now.plus(REST)));
            }
            return null;
        }
        Poll asking = poll.asking(now);
        keep(asking);
        return asking.call(terms.tenantId(), notAfter, now);
    }

    /** An errand's call ended. */
    List<Hint> ended(String connectionId, Input.CallEnded ended, Instant now) {
        if (readings.ended(connectionId, ended.callId(), ended.end(), now)) {
            return List.of();
        }
        Poll poll = polls.get(connectionId);
        ErrandTerms errands = ports.terms().apply(connectionId);
        if (poll == null || !ended.callId().equals(poll.callId())) {
            audits.ended(connectionId, ended, errands, now);
            return List.of();
        }
        Duration interval = errands == null || errands.pollInterval().isZero() ? REST : errands.pollInterval();
        if (!(ended.end() instanceof CallEnd.Done done)) {
            keep(poll.unanswered(interval, now));
            return List.of();
        }
        keep(poll.answered(done.tickets(), interval, now));
        return done.tickets().stream()
                .map(ticket -> changed(connectionId, ticket))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Halo's webhook said something. */
    Optional<Hint> noticed(Notice notice) {
        Long ticketId = notice.ticketId();
        KnownTicket known = ticketId == null ? null : ports.shelf().known(notice.connectionId(), ticketId);
        if (known == null || known.notices().contains(notice.noticeId())) {
            return Optional.empty();
        }
        ports.shelf().put(known.noticed(notice.noticeId()));
        return Optional.of(new Hint(known.ticketKey(), notice.statusId()));
    }

    /** The list shows a ticket; what it shows of a merge has to be read whatever the status is. */
    private Optional<Hint> changed(String connectionId, FoundTicket ticket) {
        KnownTicket known = ports.shelf().known(connectionId, ticket.ticketId());
        if (known == null || !known.isNews(ticket.updatedAt())) {
            return Optional.empty();
        }
        ports.shelf().put(known.changed(ticket.updatedAt()));
        Long status = ticket.mergedIntoId() == null ? ticket.statusId() : null;
        return Optional.of(new Hint(known.ticketKey(), status));
    }

    private void keep(Poll poll) {
        ports.shelf().put(poll);
        line(poll);
    }

    private void line(Poll poll) {
        polls.put(poll.connectionId(), poll);
        lanes.put(poll.connectionId(), poll.key(), want(poll.key(), poll.callId(), poll.due(), 1));
    }

    static @Nullable Want want(String key, @Nullable String callId, Instant due, int requests) {
        return callId == null ? new Want(key, "", Urgency.ERRAND, due, requests) : null;
    }
}
