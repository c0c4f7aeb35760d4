package dev.sundog.local.chaos;

import static java.util.stream.Collectors.toMap;

import dev.sundog.local.chaos.check.Lag;
import dev.sundog.local.process.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What a cluster knows of its groups and transactions. */
final class KafkaGroups implements AutoCloseable {

    private static final String OURS = "sundog";
    private static final String DELIVERY = "sundog-connector";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String bootstrapServers;
    private final Admin admin;

    KafkaGroups(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                15_000));
    }

    /** Name of the broker that coordinates delivery; empty when nobody tells. */
    String coordinator() {
        try {
            var group =
                    get(admin.describeConsumerGroups(List.of(DELIVERY)).all()).get(DELIVERY);
            return group == null ? "" : "kafka-" + group.coordinator().id();
        } catch (IllegalStateException _) {
            return "";
        }
    }

    /**
     * Committed records that are there now and that a group still has not read after a while; what comes later does not count, for
     * polls of Halo and reports of lanes go on for ever. Offsets alone do not tell: ends of transactions have some, too.
     */
    List<Lag> lags() {
        try (var consumer = KafkaTail.consumer(bootstrapServers)) {
            var places = places();
            var ends = consumer.endOffsets(
                    places.stream().map(Place::partition).distinct().toList());
            Patience.await(PATIENCE, Duration.ofSeconds(1), () -> {
                places.removeIf(place -> unread(consumer, place, ends) == 0);
                return places.isEmpty();
            });
            return places.stream()
                    .map(place -> new Lag(
                            place.group(),
                            place.partition().topic(),
                            place.partition().partition(),
                            unread(consumer, place, ends)))
                    .toList();
        }
    }

    /** A partition that a group reads. */
    private record Place(String group, TopicPartition partition) {}

    private List<Place> places() {
        var places = new ArrayList<Place>();
        get(admin.listGroups().all()).stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith(OURS))
                .forEach(
                        group -> offsets(group).keySet().forEach(partition -> places.add(new Place(group, partition))));
        return places;
    }

    private long unread(KafkaConsumer<byte[], byte[]> consumer, Place place, Map<TopicPartition, Long> ends) {
        var partition = place.partition();
        var committed = offsets(place.group()).get(partition);
        long end = ends.getOrDefault(partition, 0L);
        if (committed == null || committed.offset() >= end) {
            return 0;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, committed.offset());
        long records = 0;
        while (consumer.position(partition) < end) {
            records += consumer.poll(Duration.ofMillis(200)).records(partition).stream()
                    .filter(record -> record.offset() < end)
                    .count();
        }
        return records;
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(String group) {
        return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** Partitions in which something is written that readers of committed records do not get to. */
    List<String> hanging() {
        var topics = get(admin.listTopics().names());
        var partitions = get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(each -> new TopicPartition(topic.name(), each.partition())))
                .toList();
        var latest = partitions.stream().collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
        var written = get(admin.listOffsets(latest).all());
        var committed = get(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        return committed.entrySet().stream()
                .filter(entry -> Optional.ofNullable(written.get(entry.getKey()))
                        .filter(end -> entry.getValue().offset() < end.offset())
                        .isPresent())
                .map(entry -> entry.getKey().toString())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
