package dev.sundog.connector.caller;

import dev.sundog.connector.call.AvroCalls;
import dev.sundog.connector.call.Call;
import dev.sundog.delivery.HaloCall;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads calls from their topic. */
final class AvroCallReader {

    private final Deserializer<HaloCall> values;

    AvroCallReader(Deserializer<HaloCall> values) {
        this.values = values;
    }

    /**
     * The call.
     *
     * @throws SerializationException if it can never be read, or is of a kind that this version does not know; the
     *     lifecycle takes the silence for an unknown end
     */
    Call read(ConsumerRecord<byte[], byte[]> message) {
        HaloCall avro = message.value() == null
                ? null
                : values.deserialize(message.topic(), message.headers(), message.value());
        if (avro == null) {
            throw new SerializationException("a call without a value");
        }
        return AvroCalls.read(avro)
                .orElseThrow(() -> new SerializationException(
                        "operation " + avro.getOperation() + " is not known here, or its fields are missing"));
    }
}
