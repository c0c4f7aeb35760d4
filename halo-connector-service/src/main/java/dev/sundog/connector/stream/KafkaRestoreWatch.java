package dev.sundog.connector.stream;

import dev.sundog.connector.meters.StreamMeters;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows how the stores are read back from their changelogs. Safe from any thread. */
final class KafkaRestoreWatch implements StateRestoreListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaRestoreWatch.class);

    private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();
    private final StreamMeters meters;

    KafkaRestoreWatch(StreamMeters meters) {
        this.meters = meters;
    }

    /** Records that are yet to be read, by offsets: transaction markers count too. */
    long remaining() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        remaining.put(changelog, Math.max(0, to - from));
        tell();
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long end, long count) {
        remaining.computeIfPresent(changelog, (_, left) -> Math.max(0, left - count));
        tell();
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        remaining.remove(changelog);
        tell();
        LOGGER.atInfo()
                .addKeyValue("store", store)
                .addKeyValue("partition", changelog.partition())
                .addKeyValue("records", total)
                .log("a store was restored");
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        remaining.remove(changelog);
        tell();
    }

    private void tell() {
        meters.restoring(remaining());
    }
}
