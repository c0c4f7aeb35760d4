package dev.sundog.console.reference;

import dev.sundog.avro.UndecodableRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/** Reads {@code halo-reference-v1} into the database. A batch that comes twice changes nothing. */
final class KafkaReferenceListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaReferenceListener.class);

    private final ReferenceStore store;
    private final FindingsNews news;
    private final Deserializer<?> deserializer;

    KafkaReferenceListener(ReferenceStore store, FindingsNews news, Deserializer<?> deserializer) {
        this.store = store;
        this.news = news;
        this.deserializer = deserializer;
    }

    @KafkaListener(id = "reference", topics = "#{@referenceTopic}", groupId = "#{@referenceGroup}")
    void read(List<ConsumerRecord<String, byte @Nullable []>> records) {
        var parts = new ArrayList<Part>();
        for (var record : records) {
            part(record).ifPresent(parts::add);
        }
        store.write(parts).forEach(this::tell);
    }

    private void tell(String connectionId) {
        LOGGER.atInfo().addKeyValue("connectionId", connectionId).log("what can be chosen in Halo was read anew");
        try {
            news.readAnew(connectionId);
        } catch (RuntimeException failed) {
            // What was read is kept; to fail here would only bring the same records again.
            LOGGER.atWarn()
                    .addKeyValue("connectionId", connectionId)
                    .setCause(failed)
                    .log("configuration could not be held to what was read");
        }
    }

    private Optional<Part> part(ConsumerRecord<String, byte @Nullable []> record) {
        if (record.value() == null) {
            return gone(record.key());
        }
        try {
            return AvroReferenceParts.of(deserializer.deserialize(record.topic(), record.headers(), record.value()));
        } catch (UndecodableRecordException unreadable) {
            LOGGER.atWarn()
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", String.valueOf(unreadable.getMessage()))
                    .log("a record of what can be chosen in Halo cannot be read");
            return Optional.empty();
        }
    }

    /** A record without a value says it in its key: connection, kind, part. */
    private static Optional<Part> gone(String key) {
        int part = key.lastIndexOf('/');
        int kind = key.lastIndexOf('/', part - 1);
        if (kind < 1 || !key.substring(part + 1).matches("\\d{1,6}")) {
            return Optional.empty();
        }
        var place = new Part.Place(
                key.substring(0, kind), key.substring(kind + 1, part), Integer.parseInt(key.substring(part + 1)));
        return Optional.of(new Part(place, null));
    }
}
