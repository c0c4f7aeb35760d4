package dev.sundog.console.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads topics again from a moment up to where they end now. Joins no group and commits nothing. Used by one thread. */
final class KafkaReplay implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** A broker that brings nothing for so long is taken to be away. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Halvings of the time to look for the moment since which there are so many records: 30 days to below a second. */
    private static final int HALVINGS = 22;

    private final Consumer<byte[], byte[]> consumer;
    private final InstantSource clock;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private Instant lastProgress = Instant.MIN;
    private long progress = -1;

    KafkaReplay(Consumer<byte[], byte[]> consumer, InstantSource clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    /**
     * Starts anew.
     *
     * @param most about how many records, the latest ones
     * @return how many there are to read, as far as offsets tell
     */
    long start(List<String> topics, Instant since, long most) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        ends.clear();
        ends.putAll(consumer.endOffsets(partitions));
        var starts = starts(partitions, since);
        if (total(starts) > most) {
            starts = latest(partitions, since, most);
        }
        consumer.assign(partitions);
        starts.forEach(consumer::seek);
        lastProgress = clock.instant();
        progress = -1;
        return total(starts);
    }

    int partitions() {
        return ends.size();
    }

    /** True when everything was read that was there at the start. */
    boolean done() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /**
     * The next records; none where none came just now.
     *
     * @throws TimeoutException if the broker brings nothing for too long
     */
    List<ConsumerRecord<byte[], byte[]>> next() {
        var records = StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .filter(record -> record.offset() < end(record))
                .toList();
        long now = ends.keySet().stream().mapToLong(consumer::position).sum();
        if (now != progress) {
            progress = now;
            lastProgress = clock.instant();
        } else if (lastProgress.plus(PATIENCE).isBefore(clock.instant())) {
            throw new TimeoutException("the broker brought nothing for " + PATIENCE.toSeconds() + " seconds");
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
    }

    private long end(ConsumerRecord<?, ?> record) {
        return ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
    }

    private Map<TopicPartition, Long> latest(Collection<TopicPartition> partitions, Instant since, long most) {
        var early = since;
        var late = clock.instant();
        for (int i = 0; i < HALVINGS; i++) {
            var middle = early.plus(Duration.between(early, late).dividedBy(2));
            if (total(starts(partitions, middle)) > most) {
                early = middle;
            } else {
                late = middle;
            }
        }
        return starts(partitions, late);
    }

    private Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions, Instant since) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, since.toEpochMilli())));
        var starts = new HashMap<TopicPartition, Long>();
        consumer.offsetsForTimes(times)
                .forEach((partition, found) ->
                        starts.put(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        // A partition without any later record is not in the answer of every client.
        new ArrayList<>(partitions).forEach(it -> starts.putIfAbsent(it, ends.getOrDefault(it, 0L)));
        return starts;
    }

    private long total(Map<TopicPartition, Long> starts) {
        return starts.entrySet().stream()
                .mapToLong(start -> Math.max(0, ends.getOrDefault(start.getKey(), 0L) - start.getValue()))
                .sum();
    }
}
