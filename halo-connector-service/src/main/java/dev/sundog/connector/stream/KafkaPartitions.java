package dev.sundog.connector.stream;

import dev.sundog.connector.call.KafkaLanePartition;
import dev.sundog.delivery.DuplicateFinding;
import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloReference;
import dev.sundog.delivery.LaneStatus;
import dev.sundog.event.TicketEvent;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Keeps all of one connection in one partition, whatever the record's key is. Only {@code halo-reference-v1} has records without
 * a value.
 */
final class KafkaPartitions implements StreamPartitioner<String, Object> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Object value, int partitions) {
        return switch (value) {
            case HaloCall call -> Optional.of(Set.of(KafkaLanePartition.of(call.getConnectionId(), partitions)));
            case TicketEvent event -> Optional.of(Set.of(KafkaLanePartition.of(event.getConnectionId(), partitions)));
            case LaneStatus lane -> Optional.of(Set.of(KafkaLanePartition.of(lane.getConnectionId(), partitions)));
            case DuplicateFinding finding ->
                Optional.of(Set.of(KafkaLanePartition.of(finding.getConnectionId(), partitions)));
            case HaloReference reference ->
                Optional.of(Set.of(KafkaLanePartition.of(reference.getConnectionId(), partitions)));
            case null -> Optional.of(Set.of(KafkaLanePartition.of(AvroReadings.connectionOf(key), partitions)));
            default -> Optional.empty();
        };
    }
}
