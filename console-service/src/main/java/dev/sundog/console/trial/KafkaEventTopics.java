package dev.sundog.console.trial;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import dev.sundog.routing.wire.AvroEventReader;
import dev.sundog.routing.wire.ReadOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Reads the event topics with readers of its own, each used once. Safe from any thread. */
final class KafkaEventTopics implements EventTopics {

    /** Seen events that lie so near to each other are looked for in one go. */
    private static final long NEAR_SECONDS = 30;

    /** Records looked through for one such group. */
    private static final int LOOKED_THROUGH = 50_000;

    /** Producers' clocks may differ so much within a partition. */
    private static final long UNORDERED_SECONDS = 5;

    private final Supplier<KafkaReplay> replays;
    private final Supplier<AvroEventReader> readers;
    private final String prefix;

    KafkaEventTopics(Supplier<KafkaReplay> replays, Supplier<AvroEventReader> readers, String prefix) {
        this.replays = replays;
        this.readers = readers;
        this.prefix = prefix;
    }

    @Override
    public Map<SeenEvent, Event> find(List<SeenEvent> seen) {
        var found = new HashMap<SeenEvent, Event>();
        if (seen.isEmpty()) {
            return found;
        }
        var reader = readers.get();
        try (var replay = replays.get()) {
            for (var group : groups(seen)) {
                find(group, replay, reader, found);
            }
            return found;
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    @Override
    public Passed visit(Span span, Visitor visitor) {
        var reader = readers.get();
        try (var replay = replays.get()) {
            var topics = List.of(Topics.ALERTS.name(prefix), Topics.RECOMMENDATIONS.name(prefix));
            visitor.total(replay.start(topics, span.since(), span.most()));
            long[] read = {0, 0};
            while (!replay.done() && !visitor.enough()) {
                for (var record : replay.next()) {
                    read[0]++;
                    event(record, reader).ifPresentOrElse(event -> visitor.event(event, read[0]), () -> read[1]++);
                }
            }
            return new Passed(read[1]);
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    private void find(List<SeenEvent> group, KafkaReplay replay, AvroEventReader reader, Map<SeenEvent, Event> found) {
        var wanted = new HashMap<Name, SeenEvent>();
        group.forEach(it -> wanted.put(new Name(it.eventId(), it.source(), it.organizationId()), it));
        var last = group.getLast().acceptedAt().plusSeconds(UNORDERED_SECONDS);
        var topic = topic(kind(group.getFirst())).name(prefix);
        replay.start(List.of(topic), group.getFirst().acceptedAt(), Long.MAX_VALUE);
        Set<Integer> passed = new HashSet<>();
        int looked = 0;
        while (!wanted.isEmpty() && looked < LOOKED_THROUGH && !replay.done() && passed.size() < replay.partitions()) {
            for (var record : replay.next()) {
                looked++;
                if (Instant.ofEpochMilli(record.timestamp()).isAfter(last)) {
                    passed.add(record.partition());
                }
                event(record, reader).ifPresent(event -> {
                    var match = wanted.remove(new Name(event.eventId(), event.source(), event.organizationId()));
                    if (match != null) {
                        found.put(match, event);
                    }
                });
            }
        }
    }

    private Optional<Event> event(ConsumerRecord<byte[], byte[]> record, AvroEventReader reader) {
        var kind = record.topic().equals(Topics.ALERTS.name(prefix)) ? Kind.ALERT : Kind.RECOMMENDATION;
        return switch (reader.read(kind, record.headers(), record.value(), Instant.ofEpochMilli(record.timestamp()))) {
            case ReadOutcome.Read(var event) -> Optional.of(event);
            case ReadOutcome.Undecodable(var _) -> Optional.empty();
        };
    }

    /** Events of one kind that were accepted at about the same time, the earliest first. */
    private static List<List<SeenEvent>> groups(List<SeenEvent> seen) {
        var groups = new ArrayList<List<SeenEvent>>();
        var sorted = seen.stream()
                .sorted(Comparator.comparing(SeenEvent::kind).thenComparing(SeenEvent::acceptedAt))
                .toList();
        for (var event : sorted) {
            var near = groups.isEmpty() ? null : groups.getLast();
            if (near == null
                    || !near.getLast().kind().equals(event.kind())
                    || near.getLast().acceptedAt().plusSeconds(NEAR_SECONDS).isBefore(event.acceptedAt())) {
                near = new ArrayList<>();
                groups.add(near);
            }
            near.add(event);
        }
        return groups;
    }

    private static Kind kind(SeenEvent seen) {
        return Kind.valueOf(seen.kind());
    }

    private static Topic topic(Kind kind) {
        return switch (kind) {
            case ALERT -> Topics.ALERTS;
            case RECOMMENDATION -> Topics.RECOMMENDATIONS;
        };
    }

    private static AwayException away(KafkaException e) {
        if (e instanceof InterruptException) {
            // Takes the flag away, for nothing could be told with it.
            Thread.interrupted();
            return new AwayException("the console that reads the events was stopped; start it again", e);
        }
        return new AwayException("the events cannot be read from Kafka now: " + e.getMessage(), e);
    }

    private record Name(String eventId, String source, String organizationId) {}
}
