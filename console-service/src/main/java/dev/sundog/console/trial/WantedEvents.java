package dev.sundog.console.trial;

import dev.sundog.console.configuration.Document;
import dev.sundog.console.problem.FieldErrors;
import dev.sundog.console.problem.RefusedException;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.wire.AvroDocuments;
import dev.sundog.routing.wire.Parsed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the events of a trial: those that come with the request, or those chosen from what was seen. */
final class WantedEvents {

    static final int MOST = 100;

    private static final String HOW =
            "must be a list of events, or {\"eventIds\": […]}, or {\"recent\": N} with N from 1 to " + MOST;

    private final SeenEvents seen;
    private final EventTopics topics;
    private final InstantSource clock;

    WantedEvents(SeenEvents seen, EventTopics topics, InstantSource clock) {
        this.seen = seen;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * One event of a trial.
     *
     * @param event null where it cannot be tried
     * @param missing why not
     */
    record Wanted(
            String eventId, @Nullable Event event, @Nullable String missing) {}

    /**
     * The events, at most 100.
     *
     * @throws RefusedException if an event is wrong
     * @throws EventTopics.AwayException if chosen events cannot be read now
     */
    List<Wanted> gather(@Nullable Object events, String tenantId) {
        var errors = new FieldErrors();
        var wanted = new ArrayList<Wanted>();
        if (events instanceof List<?> given) {
            errors.require(!given.isEmpty() && given.size() <= MOST, "/events", "must be 1 to " + MOST + " events");
            for (int i = 0; i < Math.min(given.size(), MOST); i++) {
                var event = read(given.get(i), "/events/" + i, errors);
                if (event != null) {
                    wanted.add(new Wanted(event.eventId(), event, null));
                }
            }
        } else if (events instanceof Map<?, ?> choice && choice.get("eventIds") instanceof List<?> ids) {
            errors.require(!ids.isEmpty() && ids.size() <= MOST, "/events/eventIds", "must be 1 to " + MOST + " ids");
            if (errors.isEmpty()) {
                wanted.addAll(named(ids.stream().map(String::valueOf).distinct().toList(), tenantId));
            }
        } else if (events instanceof Map<?, ?> choice
                && choice.get("recent") instanceof Integer most
                && most > 0
                && most <= MOST) {
            wanted.addAll(found(seen.latest(tenantId, most)));
        } else {
            errors.add("/events", HOW);
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toList());
        }
        return wanted;
    }

    /** An event as a caller wrote it; null where it is wrong. */
    @Nullable
    Event read(@Nullable Object given, String at, FieldErrors errors) {
        if (!(given instanceof Map<?, ?> tree)) {
            errors.add(at, "must be an event in the JSON that the gateway takes");
            return null;
        }
        // As Kafka keeps it: a record's timestamp has milliseconds.
        var now = Instant.ofEpochMilli(clock.millis());
        return switch (AvroDocuments.event(Document.of(tree).fields(), now)) {
            case Parsed.Sound<Event>(var event) -> event;
            case Parsed.Faulty<Event>(var faults) -> {
                faults.forEach(fault -> errors.add(at + fault.pointer(), fault.detail()));
                yield null;
            }
        };
    }

    private List<Wanted> named(List<String> ids, String tenantId) {
        var found = found(seen.named(tenantId, ids));
        var byId = new LinkedHashMap<String, Wanted>();
        found.forEach(it -> byId.putIfAbsent(it.eventId(), it));
        return ids.stream()
                .map(id -> byId.getOrDefault(
                        id, new Wanted(id, null, "no event of this id has been seen of the policy's tenant")))
                .toList();
    }

    private List<Wanted> found(List<SeenEvent> chosen) {
        var events = topics.find(chosen);
        return chosen.stream()
                .map(it -> new Wanted(
                        it.eventId(),
                        events.get(it),
                        events.containsKey(it)
                                ? null
                                : "its topic does not hold it any more; the history keeps only its name"))
                .map(Objects::requireNonNull)
                .toList();
    }
}
