package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lane.LaneCensus;
import dev.sundog.connector.lane.LaneDirectory;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.Lanes;
import dev.sundog.connector.lane.Urgency;
import dev.sundog.connector.lane.Want;
import dev.sundog.connector.status.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings tickets and lanes together: gives inputs to tickets, turns to the ticket whose turn it is, and calls to lanes.
 *
 * <p>Holds nothing that it could not make anew from the shelf. Used by one thread.
 */
public final class Deliveries {

    private final DeliveryTimes times;
    private final Outbox outbox;
    private final TicketShelf shelf;
    private final LaneDirectory directory;
    private final Lanes lanes;
    private final Tickets tickets;
    private final Errands errands;
    private final Storms storms;
    private final Forgetting forgetting;

    /** Without errands. */
    public Deliveries(DeliveryTimes times, TicketShelf shelf, Outbox outbox, LaneDirectory directory) {
        this(times, shelf, outbox, directory, ErrandPorts.none());
    }

    public Deliveries(
            DeliveryTimes times, TicketShelf shelf, Outbox outbox, LaneDirectory directory, ErrandPorts errandPorts) {
        this.times = times;
        this.outbox = outbox;
        this.shelf = shelf;
        this.directory = directory;
        this.lanes = new Lanes(directory, times.silence(), shelf::put, outbox::lane);
        this.errands = new Errands(errandPorts, lanes, shelf, times.quarantine());
        TicketShelf indexed = new IndexedShelf(shelf, errands);
        this.tickets = new Tickets(new TicketLifecycle(times), indexed, outbox, lanes, directory);
        this.forgetting = new Forgetting(indexed, times.retention());
        this.storms = new Storms(shelf, tickets, lanes, directory);
        tickets.watchedBy(storms);
        shelf.eachStorm(storms::restore);
        shelf.eachTicket(this::restore);
        shelf.eachLane(lanes::restore);
    }

    /** Routing wishes something of a ticket. */
    public void requested(Input.Requested requested, Instant now) {
        TicketIdentity identity = requested.identity();
        storms.requested(requested, now);
        serve(identity.connectionId(), now);
    }

    /** The caller says how a call ended. */
    public void ended(CallOutcome outcome, Instant now) {
        Lane lane = lanes.lane(outcome.connectionId());
        Lane.InFlight inFlight = lane.inFlight();
        List<String> others = List.of();
        Instant latestSend = Objects.requireNonNullElse(outcome.sentAt(), now);
        if (inFlight != null && inFlight.callId().equals(outcome.callId())) {
            latestSend = Objects.requireNonNullElse(outcome.sentAt(), inFlight.notAfter());
            others = inFlight.others();
            Instant sentAt = Objects.requireNonNullElse(outcome.sentAt(), now);
            release(lane, outcome.end(), outcome.requests(), sentAt.plus(times.callTimeout()), now);
        }
        Input.CallEnded ended = new Input.CallEnded(outcome.callId(), outcome.end(), latestSend);
        ended(outcome.connectionId(), outcome.ticketKey(), others, ended, now);
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

    /** A person wants to have read what can be chosen in a connection's Halo. */
    public void readReference(String connectionId, String tenantId, String commandId, Instant now) {
        if (errands.readReference(connectionId, tenantId, now)) {
            serve(connectionId, now);
        } else {
            outbox.commandRefused(
                    connectionId, new Effect.CommandRefused(commandId, "the tenant has no such connection"));
        }
    }

    /** Time passed. Call it often: it ends silences and gives turns that have come due. Costs what is due, not what is there. */
    public void tick(Instant now) {
        storms.tick(now).forEach(connectionId -> serve(connectionId, now));
        errands.tick(now).forEach(connectionId -> serve(connectionId, now));
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
        Input.CallEnded ended = new Input.CallEnded(lost.callId(), silence, lost.notAfter());
        ended(connectionId, lost.ticketKey(), lost.others(), ended, now);
    }

    /** The end of a call is the end for every ticket that it is about. */
    private void ended(String connectionId, String key, List<String> others, Input.CallEnded ended, Instant now) {
        if (Errands.isErrand(connectionId, key)) {
            errands.ended(connectionId, ended, now)
                    .forEach(hint -> tickets.apply(hint.ticketKey(), new Input.Hinted(hint.statusId()), now));
        } else if (others.isEmpty()) {
            tickets.apply(key, ended, now);
        } else {
            Stream.concat(Stream.of(key), others.stream())
                    .forEach(each -> tickets.apply(each, NoteBatch.endOfOne(ended, shelf.ticket(each)), now));
        }
    }

    private void restore(TicketState state) {
        tickets.restore(state);
        storms.restore(state);
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

    /** Who else has a note that may go along. */
    private List<Want> others(Want turn, Lane lane, Instant now) {
        return turn.urgency() == Urgency.NOTE ? lanes.queue(lane.connectionId()).notes(lane, now) : List.of();
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
        storms.freshen(turn.ticketKey(), now);
        Instant notAfter = now.plus(times.sendWindow());
        Call call = Errands.isErrand(connectionId, turn.ticketKey())
                ? errands.turn(connectionId, turn.ticketKey(), terms, notAfter, now)
                : tickets.apply(turn.ticketKey(), new Input.Turn(notAfter), now);
        if (call != null) {
            Call whole = NoteBatch.filled(call, others(turn, lane, now), tickets, now);
            outbox.send(whole);
            lanes.put(lane.sent(whole, NoteBatch.others(whole), turn, terms, now));
        }
        return true;
    }
}
