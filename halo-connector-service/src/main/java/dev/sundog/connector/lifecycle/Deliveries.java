package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lane.LaneCensus;
import dev.sundog.connector.lane.LaneDirectory;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.Lanes;
import dev.sundog.connector.lane.Want;
import dev.sundog.connector.status.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings tickets and lanes together: gives inputs to tickets, turns to the ticket whose turn it is, and calls to lanes.
 *
 * <p>Holds nothing that it could not make anew from the shelf. Used by one thread.
 */
public final class Deliveries {

    private final DeliveryTimes times;
    private final Outbox outbox;
    private final LaneDirectory directory;
    private final Lanes lanes;
    private final Tickets tickets;
    private final Errands errands;
    private final Forgetting forgetting;

    /** Without errands. */
    public Deliveries(DeliveryTimes times, TicketShelf shelf, Outbox outbox, LaneDirectory directory) {
        this(times, shelf, outbox, directory, ErrandPorts.none());
    }

    public Deliveries(
            DeliveryTimes times, TicketShelf shelf, Outbox outbox, LaneDirectory directory, ErrandPorts errandPorts) {
        this.times = times;
        this.outbox = outbox;
        this.directory = directory;
        this.lanes = new Lanes(directory, times.silence(), shelf::put, outbox::lane);
        this.errands = new Errands(errandPorts, lanes, shelf);
        TicketShelf indexed = new IndexedShelf(shelf, errands);
        this.tickets = new Tickets(new TicketLifecycle(times), indexed, outbox, lanes, directory);
        this.forgetting = new Forgetting(indexed, times.retention());
        shelf.eachTicket(tickets::restore);
        shelf.eachLane(lanes::restore);
    }

    /** Routing wishes something of a ticket. */
    public void requested(Input.Requested requested, Instant now) {
        TicketIdentity identity = requested.identity();
        tickets.apply(identity.ticketKey(), requested, now);
        serve(identity.connectionId(), now);
    }

    /** The caller says how a call ended. */
    public void ended(CallOutcome outcome, Instant now) {
        Lane lane = lanes.lane(outcome.connectionId());
        Lane.InFlight inFlight = lane.inFlight();
        Instant latestSend = Objects.requireNonNullElse(outcome.sentAt(), now);
        if (inFlight != null && inFlight.callId().equals(outcome.callId())) {
            latestSend = Objects.requireNonNullElse(outcome.sentAt(), inFlight.notAfter());
            Instant sentAt = Objects.requireNonNullElse(outcome.sentAt(), now);
            release(lane, outcome.end(), outcome.requests(), sentAt.plus(times.callTimeout()), now);
        }
        ended(
                outcome.connectionId(),
                outcome.ticketKey(),
                new Input.CallEnded(outcome.callId(), outcome.end(), latestSend),
                now);
        serve(outcome.connectionId(), now);
    }

    /**
     * Somebody says that a ticket changed in Halo.
     *
     * @param statusId the status that it is said to have; null if that was not said
     */
    public void hinted(String ticketKey, @Nullable Long statusId, Instant now) {
        String connectionId = tickets.connectionOf(ticketKey);
        if (connectionId != null) {
            tickets.apply(ticketKey, new Input.Hinted(statusId), now);
            serve(connectionId, now);
        }
    }

    /** Halo's webhook said something; what is about no ticket of ours, or was said before, changes nothing. */
    public void noticed(Notice notice, Instant now) {
        LaneTerms terms = directory.terms(notice.connectionId());
        if (terms != null && terms.tenantId().equals(notice.tenantId())) {
            errands.noticed(notice).ifPresent(hint -> hinted(hint.ticketKey(), hint.statusId(), now));
        }
    }

    /** A person wants something done with a ticket. */
    public void commanded(String ticketKey, Input.Commanded commanded, Instant now) {
        String connectionId = tickets.connectionOf(ticketKey);
        if (connectionId == null) {
            outbox.commandRefused(
                    ticketKey, new Effect.CommandRefused(commanded.commandId(), "nothing is known of such a ticket"));
            return;
        }
        tickets.apply(ticketKey, commanded, now);
        serve(connectionId, now);
    }

    /** Time passed. Call it often: it ends silences and gives turns that have come due. Costs what is due, not what is there. */
    public void tick(Instant now) {
        for (String connectionId : lanes.due(now)) {
            breakSilence(connectionId, now);
            serve(connectionId, now);
        }
        forgetting.tick(now);
    }

    /** How the lanes stand. */
    public LaneCensus census(Instant now) {
        return lanes.census(now);
    }

    /** A call whose outcome does not come is unknown: its caller may have died with it. */
    private void breakSilence(String connectionId, Instant now) {
        Lane.InFlight lost = lanes.lost(connectionId, now);
        if (lost == null) {
            return;
        }
        CallEnd.Unknown silence = new CallEnd.Unknown("no word from the caller until past the call's last moment");
        release(lanes.lane(connectionId), silence, lost.requests(), now, now);
        ended(connectionId, lost.ticketKey(), new Input.CallEnded(lost.callId(), silence, lost.notAfter()), now);
    }

    private void ended(String connectionId, String key, Input.CallEnded end, Instant now) {
        if (Errands.isErrand(connectionId, key)) {
            errands.ended(connectionId, end, now)
                    .forEach(hint -> tickets.apply(hint.ticketKey(), new Input.Hinted(hint.statusId()), now));
        } else {
            tickets.apply(key, end, now);
        }
    }

    private void release(Lane lane, CallEnd end, int requests, Instant deadline, Instant now) {
        lanes.put(lane.ended(end, requests, deadline, directory.terms(lane.connectionId()), now));
    }

    private void serve(String connectionId, Instant now) {
        LaneTerms terms = directory.terms(connectionId);
        boolean served = terms != null;
        while (terms != null && served) {
            served = giveTurn(connectionId, terms, now);
        }
        lanes.looked(connectionId, now);
    }

    /** True if there may be another turn to give. */
    private boolean giveTurn(String connectionId, LaneTerms terms, Instant now) {
        Lane lane = lanes.lane(connectionId);
        if (!lane.mayCall(terms, now)) {
            return false;
        }
        Optional<Want> first = lanes.queue(connectionId).first(lane, terms, now);
        if (first.isEmpty()) {
            return false;
        }
        Want turn = first.get();
        Instant notAfter = now.plus(times.sendWindow());
        Call call = Errands.isErrand(connectionId, turn.ticketKey())
                ? errands.turn(connectionId, turn.ticketKey(), terms, notAfter, now)
                : tickets.apply(turn.ticketKey(), new Input.Turn(notAfter), now);
        if (call != null) {
            outbox.send(call);
            lanes.put(lane.sent(call, List.of(), turn, terms, now));
        }
        return true;
    }
}
