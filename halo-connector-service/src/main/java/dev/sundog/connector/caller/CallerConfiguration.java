package dev.sundog.connector.caller;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.connector.call.DeliveryProperties;
import dev.sundog.connector.connection.ConnectionDirectory;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.meters.ConnectorMeters;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloOutcome;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Wires the caller. */
@Configuration(proxyBeanMethods = false)
class CallerConfiguration {

    private static final long AGAIN_MILLIS = 1_000;

    @Bean
    Resilience4jCallGuard callGuard(DeliveryProperties properties) {
        return new Resilience4jCallGuard(properties.callTimeout());
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> callerProducer(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    KafkaOutcomeSink outcomeSink(
            Producer<byte[], byte[]> callerProducer,
            KafkaProperties kafka,
            @Value("${sundog.topics.prefix:}") String prefix) {
        ConfluentAvroSerializer<HaloOutcome> values = new ConfluentAvroSerializer<>();
        values.configure(kafka.buildProducerProperties(), false);
        return new KafkaOutcomeSink(prefix, callerProducer, values);
    }

    @Bean
    HaloCaller haloCaller(
            ConnectionDirectory connections, HaloApi halo, Resilience4jCallGuard guard, InstantSource time) {
        return new HaloCaller(connections, halo, guard, time);
    }

    @Bean
    KafkaCallIntake callIntake(
            Producer<byte[], byte[]> callerProducer,
            KafkaProperties kafka,
            @Value("${sundog.topics.prefix:}") String prefix) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put("specific.avro.reader", true);
        ConfluentAvroDeserializer<HaloCall> values = new ConfluentAvroDeserializer<>();
        values.configure(settings, false);
        return new KafkaCallIntake(new AvroCallReader(values), new KafkaDeadCalls(prefix, callerProducer));
    }

    @Bean
    HaloCallListener haloCallListener(
            KafkaCallIntake intake,
            HaloCaller caller,
            OutcomeSink outcomes,
            ConnectorMeters meters,
            DeliveryProperties properties) {
        return new HaloCallListener(intake, caller, outcomes, meters, properties.drainTime());
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> callerContainer(
            HaloCallListener listener,
            KafkaProperties kafka,
            DeliveryProperties properties,
            @Value("${sundog.topics.prefix:}") String prefix) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        if (properties.instanceId() != null) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, properties.instanceId());
        }
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        ContainerProperties container = new ContainerProperties(Topics.HALO_CALLS.name(prefix));
        container.setGroupId(prefix + "sundog-caller");
        container.setAckMode(ContainerProperties.AckMode.MANUAL_IMMEDIATE);
        container.setSyncCommits(true);
        container.setMessageListener(listener);
        ConcurrentMessageListenerContainer<byte[], byte[]> caller = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                container);
        caller.setBeanName("caller");
        DefaultErrorHandler again =
                new DefaultErrorHandler(new FixedBackOff(AGAIN_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        again.setCommitRecovered(false);
        caller.setCommonErrorHandler(again);
        return caller;
    }

    @Bean
    KafkaCallerHealth callerHealth(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        return new KafkaCallerHealth(container);
    }
}
