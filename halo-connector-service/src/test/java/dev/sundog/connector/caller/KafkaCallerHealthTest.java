package dev.sundog.connector.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

class KafkaCallerHealthTest {

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container = container();
    private final KafkaCallerHealth health = new KafkaCallerHealth(container);

    @AfterEach
    void stop() {
        container.stop();
    }

    @Test
    void isUpBeforeItStartsWhileItRunsAndAfterItWasStopped() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        container.start();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        container.stop();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhenItsThreadDiedOfAnError() {
        consumer.schedulePollTask(() -> {
            throw new AssertionError("the thread dies on purpose");
        });

        container.start();

        Awaitility.await()
                .untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
    }

    @Test
    void isDownWhenTheBrokerDoesNotLetItIn() {
        consumer.setPollException(new TopicAuthorizationException("halo-calls-v1"));

        container.start();

        Awaitility.await()
                .untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container() {
        ContainerProperties properties = new ContainerProperties("halo-calls-v1");
        properties.setGroupId("caller");
        properties.setMessageListener((BatchMessageListener<byte[], byte[]>) messages -> {});
        ConcurrentMessageListenerContainer<byte[], byte[]> made = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(Map.of()) {
                    @Override
                    protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> settings) {
                        return consumer;
                    }
                },
                properties);
        made.setBeanName("caller");
        return made;
    }
}
