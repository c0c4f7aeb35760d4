package dev.sundog.connector.caller;

import dev.sundog.connector.call.AvroOutcomes;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.KafkaLanePartition;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.HaloOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes outcomes to their topic, into the connection's partition, and goes on trying until the broker has them. */
final class KafkaOutcomeSink implements OutcomeSink, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaOutcomeSink.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String prefix;
    private final Producer<byte[], byte[]> producer;
    private final Serializer<HaloOutcome> values;
    private volatile boolean closed;

    KafkaOutcomeSink(String prefix, Producer<byte[], byte[]> producer, Serializer<HaloOutcome> values) {
        this.prefix = prefix;
        this.producer = producer;
        this.values = values;
    }

    @Override
    public void tell(CallOutcome outcome) {
        while (!closed) {
            try {
                send(outcome);
                return;
            } catch (RuntimeException | ExecutionException failed) {
                LOGGER.atWarn()
                        .addKeyValue("callId", outcome.callId())
                        .addKeyValue("reason", String.valueOf(failed.getMessage()))
                        .log("an outcome is sent again");
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void send(CallOutcome outcome) throws ExecutionException, InterruptedException {
        String topic = Topics.HALO_OUTCOMES.name(prefix);
        int partition = KafkaLanePartition.of(
                outcome.connectionId(), producer.partitionsFor(topic).size());
        producer.send(new ProducerRecord<>(
                        topic,
                        partition,
                        outcome.ticketKey().getBytes(StandardCharsets.UTF_8),
                        values.serialize(topic, AvroOutcomes.write(outcome))))
                .get();
    }
}
