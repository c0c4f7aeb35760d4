package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings tickets and lanes together: gives inputs to tickets, turns to the ticket that waits longest, and calls to lanes.
 *
 * <p>Holds nothing that it could not make anew from the shelf. Used by one thread.
 */
public final class Deliveries {

    private final TicketLifecycle lifecycle;
    private final DeliveryTimes times;
    private final TicketShelf shelf;
    private final Outbox outbox;
    private final LaneDirectory directory;
    private final Map<String, LaneQueue> queues = new HashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();

    public Deliveries(DeliveryTimes times, TicketShelf shelf, Outbox outbox, LaneDirectory directory) {
        this.lifecycle = new TicketLifecycle(times);
        this.times = times;
        this.shelf = shelf;
        this.outbox = outbox;
        this.directory = directory;
        shelf.eachTicket(state -> queue(state.identity().connectionId()).put(state));
        shelf.eachLane(lane -> lanes.put(lane.connectionId(), lane));
    }

    /** Routing wishes something of a ticket. */
    public void requested(Input.Requested requested, Instant now) {
        TicketIdentity identity = requested.identity();
        apply(identity.ticketKey(), requested, now);
        serve(identity.connectionId(), now);
    }

    /** The caller says how a call ended. */
    public void ended(CallOutcome outcome, Instant now) {
        Lane lane = lane(outcome.connectionId());
        Lane.InFlight inFlight = lane.inFlight();
        Instant latestSend = Objects.requireNonNullElse(outcome.sentAt(), now);
        if (inFlight != null && inFlight.callId().equals(outcome.callId())) {
            latestSend = Objects.requireNonNullElse(outcome.sentAt(), inFlight.notAfter());
            Instant sentAt = Objects.requireNonNullElse(outcome.sentAt(), now);
            release(lane, outcome.end(), sentAt.plus(times.callTimeout()), now);
        }
        apply(outcome.ticketKey(), new Input.CallEnded(outcome.callId(), outcome.end(), latestSend), now);
        serve(outcome.connectionId(), now);
    }

    /** Time passed. Call it often: it ends silences and gives turns that have come due. */
    public void tick(Instant now) {
        for (Lane lane : List.copyOf(lanes.values())) {
            breakSilence(lane, now);
        }
        for (String connectionId : List.copyOf(queues.keySet())) {
            serve(connectionId, now);
        }
    }

    /** How the lanes stand. */
    public LaneCensus census(Instant now) {
        Map<Lane.Activity, Integer> activities = new EnumMap<>(Lane.Activity.class);
        lanes.forEach((id, lane) -> activities.merge(lane.activity(directory.terms(id), now), 1, Integer::sum));
        int pending = queues.values().stream().mapToInt(LaneQueue::size).sum();
        Duration oldest = queues.values().stream()
                .map(queue -> queue.oldest(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new LaneCensus(activities, pending, oldest);
    }

    /** A call whose outcome does not come is unknown: its caller may have died with it. */
    private void breakSilence(Lane lane, Instant now) {
        Lane.InFlight inFlight = lane.inFlight();
        if (inFlight == null || !now.isAfter(inFlight.notAfter().plus(times.silence()))) {
            return;
        }
        CallEnd.Unknown silence = new CallEnd.Unknown("no word from the caller until past the call's last moment");
        release(lane, silence, now, now);
        apply(inFlight.ticketKey(), new Input.CallEnded(inFlight.callId(), silence, inFlight.notAfter()), now);
    }

    private void release(Lane lane, CallEnd end, Instant deadline, Instant now) {
        LaneTerms terms = directory.terms(lane.connectionId());
        put(lane.ended(end, deadline, terms == null ? 0 : terms.version(), now));
    }

    private void serve(String connectionId, Instant now) {
        LaneTerms terms = directory.terms(connectionId);
        if (terms == null) {
            return;
        }
        LaneQueue queue = queue(connectionId);
        Lane lane = lane(connectionId);
        while (lane.activity(terms, now) == Lane.Activity.FREE) {
            Optional<String> first = queue.first(now);
            if (first.isEmpty()) {
                return;
            }
            Call call = apply(first.get(), new Input.Turn(now.plus(times.sendWindow())), now);
            if (call != null) {
                lane = lane.sent(call, terms, now);
                put(lane);
            }
        }
    }

    private @Nullable Call apply(String ticketKey, Input input, Instant now) {
        Optional<Transition> transition = lifecycle.apply(shelf.ticket(ticketKey), input, now);
        if (transition.isEmpty()) {
            return null;
        }
        TicketState state = transition.get().state();
        shelf.put(state);
        queue(state.identity().connectionId()).put(state);
        Call sent = null;
        for (Effect effect : transition.get().effects()) {
            switch (effect) {
                case Effect.Send send -> {
                    sent = send.call();
                    outbox.send(sent);
                }
                case Effect.Publish publish -> outbox.publish(publish.news());
                case Effect.Doubled doubled -> outbox.doubled(state.identity(), doubled);
                case Effect.NoteRefused refused -> outbox.noteRefused(state.identity(), refused);
            }
        }
        return sent;
    }

    private Lane lane(String connectionId) {
        return lanes.computeIfAbsent(connectionId, Lane::of);
    }

    private void put(Lane lane) {
        lanes.put(lane.connectionId(), lane);
        shelf.put(lane);
    }

    private LaneQueue queue(String connectionId) {
        return queues.computeIfAbsent(connectionId, _ -> new LaneQueue());
    }
}
