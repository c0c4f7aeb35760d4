package dev.sundog.routing.parking;

import dev.sundog.event.FailureReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which organizations have parked events, and which of them must be looked through again. Lives beside the store, rebuilt from
 * it. One thread only.
 */
public final class ParkedQueues {

    private final Map<String, ParkedQueue> queues = new LinkedHashMap<>();

    /** Takes a row of the store, when the index is rebuilt. */
    public void restore(Place place, Mark mark) {
        queue(place.organizationId()).enter(place.sequence(), mark);
    }

    /** Takes an event to the end of its organization's queue. */
    public Place enter(String organizationId, Mark mark) {
        var queue = queue(organizationId);
        var place = new Place(organizationId, queue.next());
        queue.enter(place.sequence(), mark);
        return place;
    }

    /** The event left. */
    public void leave(Place place, Mark mark) {
        var queue = queue(place.organizationId());
        queue.leave(place.sequence(), mark);
        if (queue.empty()) {
            queues.remove(place.organizationId());
        }
    }

    /** The event stays for another cause. */
    public void replace(Place place, Mark before, Mark after) {
        queue(place.organizationId()).replace(before, after);
    }

    /** Why new events of the organization have to queue; empty when they need not. */
    public Optional<FailureReason> blocked(String organizationId) {
        return Optional.ofNullable(queues.get(organizationId))
                .filter(ParkedQueue::blocked)
                .map(ParkedQueue::reason);
    }

    /** True when an event of the organization is parked for itself alone and may be about this matter. */
    public boolean waits(String organizationId, int matter) {
        var queue = queues.get(organizationId);
        return queue != null && queue.waits(matter);
    }

    /** The organizations to look through now; those that waited longest for their turn come first. */
    public List<String> due(long change, long now) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var due = new ArrayList<String>();
        queues.forEach((organization, queue) -> {
            if (queue.due(change, now)) {
                due.add(organization);
            }
        });
        return due;
    }

    /** The first and the place after the last to look at, as sequences; none when the organization has no parked event. */
    public Optional<Stretch> look(String organizationId, long change, long now) {
        var queue = queues.remove(organizationId);
        if (queue == null) {
            return Optional.empty();
        }
        // To the end of the line: the next turn is another's.
        queues.put(organizationId, queue);
        return Optional.of(new Stretch(queue.lookFrom(change, now), queue.next()));
    }

    /** All places of the organization, as sequences. */
    public Optional<Stretch> all(String organizationId) {
        return Optional.ofNullable(queues.get(organizationId)).map(queue -> new Stretch(queue.first(), queue.next()));
    }

    /** A look went up to here and goes on from there in the next turn. */
    public void lookedUpTo(Place place) {
        on(place.organizationId(), queue -> queue.lookedUpTo(place.sequence()));
    }

    /** A look came by an event that a time ends. */
    public void keepsUntil(String organizationId, long time) {
        on(organizationId, queue -> queue.keepsUntil(time));
    }

    /** A look is through, or nothing behind this place can be free. */
    public void lookEnded(String organizationId) {
        on(organizationId, ParkedQueue::lookEnded);
    }

    /** How many events are parked. */
    public long size() {
        return queues.values().stream().mapToLong(ParkedQueue::size).sum();
    }

    /** Part of a queue, as sequences; the second is no longer in it. */
    public record Stretch(long from, long to) {}

    private void on(String organizationId, Consumer<ParkedQueue> act) {
        Optional.ofNullable(queues.get(organizationId)).ifPresent(act);
    }

    private ParkedQueue queue(String organizationId) {
        return queues.computeIfAbsent(organizationId, _ -> new ParkedQueue());
    }
}
