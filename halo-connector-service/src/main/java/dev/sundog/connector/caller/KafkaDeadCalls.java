package dev.sundog.connector.caller;

import dev.sundog.contract.Headers;
import dev.sundog.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Keeps calls that cannot be read, as they came. */
final class KafkaDeadCalls {

    private final String prefix;
    private final Producer<byte[], byte[]> producer;

    KafkaDeadCalls(String prefix, Producer<byte[], byte[]> producer) {
        this.prefix = prefix;
        this.producer = producer;
    }

    /** Returns when the broker has it. */
    void bury(ConsumerRecord<byte[], byte[]> dead, String reason) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Topics.HALO_CALLS.deadLetters().name(prefix), null, dead.key(), dead.value(), dead.headers());
        Map.of(
                        Headers.DEAD_REASON, reason,
                        Headers.DEAD_TOPIC, dead.topic(),
                        Headers.DEAD_PARTITION, String.valueOf(dead.partition()),
                        Headers.DEAD_OFFSET, String.valueOf(dead.offset()))
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a dead letter could not be kept", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keeping a dead letter", interrupted);
        }
    }
}
