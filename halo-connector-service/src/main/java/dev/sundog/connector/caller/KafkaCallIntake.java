package dev.sundog.connector.caller;

import dev.sundog.connector.call.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads calls as they come from the topic, and keeps as dead letters what is none. */
record KafkaCallIntake(AvroCallReader reader, KafkaDeadCalls graves) {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaCallIntake.class);

    /** The readable ones, in their order; returns when the broker has the others. */
    List<Call> read(List<ConsumerRecord<byte[], byte[]>> messages) {
        List<Call> calls = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            try {
                calls.add(reader.read(message));
            } catch (SerializationException undecodable) {
                String reason = Objects.requireNonNullElse(undecodable.getMessage(), "unreadable");
                graves.bury(message, reason);
                LOGGER.atError()
                        .addKeyValue("reason", reason)
                        .log("a call cannot be read and was kept as a dead letter");
            }
        }
        return calls;
    }
}
