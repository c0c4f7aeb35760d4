package dev.sundog.console.draft;

import dev.sundog.avro.UndecodableRecordException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/** Reads what drafts in shadow would have decided otherwise. What fails for want of database or registry is tried again. */
final class KafkaDifferenceListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaDifferenceListener.class);

    private final DifferenceStore store;
    private final Deserializer<?> deserializer;

    KafkaDifferenceListener(DifferenceStore store, Deserializer<?> deserializer) {
        this.store = store;
        this.deserializer = deserializer;
    }

    @KafkaListener(
            id = "differences",
            topics = "#{@differencesTopic}",
            groupId = "#{@differencesGroup}",
            idIsGroup = false)
    void read(List<ConsumerRecord<String, byte @Nullable []>> records) {
        store.write(
                records.stream().flatMap(record -> difference(record).stream()).toList());
    }

    private Optional<FoundDifference> difference(ConsumerRecord<String, byte @Nullable []> record) {
        try {
            return Optional.ofNullable(record.value())
                    .map(bytes -> deserializer.deserialize(record.topic(), record.headers(), bytes))
                    .flatMap(AvroDifferences::of);
        } catch (UndecodableRecordException e) {
            LOGGER.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", String.valueOf(e.getMessage()))
                    .log("a difference cannot be read");
            return Optional.empty();
        }
    }
}
