package dev.sundog.console.history;

import dev.sundog.console.meters.ConsoleMeters;
import dev.sundog.contract.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Reads the event topics into the history. A batch commits to the database first and its offsets to Kafka after, so a batch that
 * comes twice is written twice, which changes nothing. What fails for want of the database or the registry is tried again for ever.
 */
final class KafkaHistoryListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaHistoryListener.class);

    private final History history;
    private final KafkaRecordReader reader;
    private final ConsoleMeters meters;

    KafkaHistoryListener(History history, KafkaRecordReader reader, ConsoleMeters meters) {
        this.history = history;
        this.reader = reader;
        this.meters = meters;
    }

    @KafkaListener(id = "history", topics = "#{@historyTopics}", idIsGroup = false)
    void read(List<ConsumerRecord<String, byte @Nullable []>> records) {
        var read = new ArrayList<Read>();
        for (var record : records) {
            entry(record).ifPresent(entry -> read.add(new Read(record, entry)));
        }
        try {
            history.write(read.stream().map(Read::entry).toList());
            read.forEach(it -> meters.recordsWritten(it.record().topic(), 1));
        } catch (History.UnholdableException e) {
            LOGGER.atInfo().setCause(e).log("a batch holds an entry that does not fit; writing it one by one");
            read.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Read read) {
        try {
            history.write(List.of(read.entry()));
            meters.recordsWritten(read.record().topic(), 1);
        } catch (History.UnholdableException e) {
            skipped(read.record(), e);
        }
    }

    private Optional<HistoryEntry> entry(ConsumerRecord<String, byte @Nullable []> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        var tenant = record.headers().lastHeader(Headers.TENANT);
        try {
            var name = tenant == null || tenant.value() == null
                    ? null
                    : new String(tenant.value(), StandardCharsets.UTF_8);
            return entry(record, reader.read(record), name);
        } catch (KafkaRecordReader.UnreadableException e) {
            skipped(record, e);
            return Optional.empty();
        }
    }

    private static Optional<HistoryEntry> entry(ConsumerRecord<?, ?> record, Object value, @Nullable String tenant) {
        try {
            return AvroHistoryEntries.of(value, tenant, Instant.ofEpochMilli(record.timestamp()));
        } catch (RuntimeException e) {
            // It depends on the record alone, so it would be the same the next time.
            throw new KafkaRecordReader.UnreadableException(e);
        }
    }

    private void skipped(ConsumerRecord<?, ?> record, Exception why) {
        meters.recordSkipped(record.topic());
        LOGGER.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", String.valueOf(why.getMessage()))
                .log("a record is not in the history");
    }

    private record Read(ConsumerRecord<String, byte @Nullable []> record, HistoryEntry entry) {}
}
