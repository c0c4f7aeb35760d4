package dev.sundog.console.history;

import dev.sundog.avro.UndecodableRecordException;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Decodes records one by one, so that one that nobody can read does not take its batch along. */
final class KafkaRecordReader {

    private final Deserializer<?> deserializer;

    KafkaRecordReader(Deserializer<?> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * The value of a record.
     *
     * @throws UnreadableException if it can never be read
     * @throws RetriableException if the registry is away
     */
    Object read(ConsumerRecord<String, byte @Nullable []> record) {
        try {
            return Objects.requireNonNull(
                    deserializer.deserialize(record.topic(), record.headers(), record.value()), "no value");
        } catch (UndecodableRecordException e) {
            throw new UnreadableException(e);
        }
    }

    /** Nobody can read the record, now or later. */
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableException(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
