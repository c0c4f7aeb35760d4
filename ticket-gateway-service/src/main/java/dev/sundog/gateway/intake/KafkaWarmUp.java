package dev.sundog.gateway.intake;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.gateway.format.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Asks broker and registry at the start for what the first event would otherwise wait for: metadata of the topics and ids of the
 * schemas, which are then known for ever. Goes on in the background until it has them; holds up nothing.
 */
final class KafkaWarmUp implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaWarmUp.class);

    private final ProducerFactory<String, SpecificRecord> producers;
    private final Serializer<SpecificRecord> serializer;
    private final String prefix;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    KafkaWarmUp(
            ProducerFactory<String, SpecificRecord> producers, Serializer<SpecificRecord> serializer, String prefix) {
        this.producers = producers;
        this.serializer = serializer;
        this.prefix = prefix;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        Thread.ofVirtual().name("warm-up").start(() -> run(stop));
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override // before the web server
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run(CountDownLatch stop) {
        try {
            while (!warm() && !stop.await(1, TimeUnit.SECONDS)) {
                LOGGER.atDebug().log("broker or registry is away; asking again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean warm() {
        try {
            for (var sample : samples().entrySet()) {
                var topic = sample.getKey().name(prefix);
                serializer.serialize(topic, AvroEvents.record(sample.getValue()));
                producers.createProducer().partitionsFor(topic);
            }
            LOGGER.atInfo().log("broker and registry are there");
            return true;
        } catch (RuntimeException e) {
            LOGGER.atDebug().setCause(e).log("broker or registry is away");
            return false;
        }
    }

    private static Map<Topic, Event> samples() {
        var head = new Event.Head(
                "-", "-", "-", "-", Event.Severity.INFO, "-", null, Instant.EPOCH, List.of(), Map.of(), List.of());
        return Map.of(
                Topics.ALERTS,
                new Event.Alert(head, Event.AlertStatus.FIRING, null),
                Topics.RECOMMENDATIONS,
                new Event.Recommendation(
                        head,
                        Event.RecommendationStatus.OPEN,
                        Event.RecommendationCategory.OTHER,
                        null,
                        null,
                        null,
                        null));
    }
}
