package dev.sundog.routing.parking;

import dev.sundog.event.FailureReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Which organizations have parked events, and which of them must be looked through again. Lives beside the store, rebuilt from
 * it. One thread only.
 *
 * <p>An event is parked for its whole organization, and those that follow queue behind it, or for itself alone.
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
        queue(place.organizationId()).replace(place.sequence(), before, after);
    }

    /**
     * Why new events of the organization have to queue: one is parked for all of them, or some that could be free have not had
     * their turn. Empty when they need not.
     */
    public Optional<FailureReason> blocked(String organizationId) {
        return Optional.ofNullable(queues.get(organizationId))
                .filter(queue -> queue.blocked() || queue.unfinished())
                .map(ParkedQueue::reason);
    }

    /** True when an event is parked for its whole organization. */
    public boolean held(String organizationId) {
        var queue = queues.get(organizationId);
        return queue != null && queue.blocked();
    }

    /** Where events of the organization wait, each for itself alone, that may be about this matter; in their order. */
    public List<Place> waiting(String organizationId, int matter) {
        var queue = queues.get(organizationId);
        return queue == null
                ? List.of()
                : queue.waiting(matter).stream()
                        .map(sequence -> new Place(organizationId, sequence))
                        .toList();
    }

    /** True when the organization has parked events that should be looked through now. */
    public boolean due(String organizationId, ToLongFunction<String> change, long now) {
        var queue = queues.get(organizationId);
        return queue != null && queue.due(change.applyAsLong(organizationId), now);
    }

    /** The organizations to look through now; those that waited longest for their turn come first. */
    public List<String> due(ToLongFunction<String> change, long now) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var due = new ArrayList<String>();
        queues.forEach((organization, queue) -> {
            if (queue.due(change.applyAsLong(organization), now)) {
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

    /** The number of the change that the organization was looked through at last; below zero for never. */
    public long lookedAtChange(String organizationId) {
        var queue = queues.get(organizationId);
        return queue == null ? -1 : queue.lookedAtChange();
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

    /** The organization should be looked through although nothing changed. */
    public void lookAgain(String organizationId) {
        on(organizationId, ParkedQueue::lookAgain);
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
