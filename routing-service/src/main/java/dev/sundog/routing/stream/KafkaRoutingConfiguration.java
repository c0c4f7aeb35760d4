package dev.sundog.routing.stream;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.decision.TicketWriter;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.wire.AvroConfigurationReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Wires the core to the binder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RoutingProperties.class, TopicsProperties.class})
class KafkaRoutingConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    RoutingMeters routingMeters(MeterRegistry registry) {
        return new RoutingMeters(registry);
    }

    @Bean
    KafkaPatience kafkaPatience(RoutingProperties routing, InstantSource clock) {
        return new KafkaPatience(routing.registryPatience(), clock);
    }

    // On this event and not when beans are destroyed: a thread that waits would hold up the stop of the stream.
    @Bean
    ApplicationListener<ContextClosedEvent> patienceEnds(KafkaPatience patience) {
        return _ -> patience.close();
    }

    @Bean
    ConfigurationTables configurationTables() {
        return new ConfigurationTables();
    }

    @Bean
    Router router() {
        return new Router(new RuleBook(), new TicketWriter(new TicketTexts()));
    }

    @Bean
    KafkaThreadGuard kafkaThreadGuard(RoutingMeters meters, InstantSource clock) {
        return new KafkaThreadGuard(meters, clock);
    }

    @Bean
    KafkaStreamsHealth kafkaStreamsHealth(KafkaThreadGuard guard) {
        return new KafkaStreamsHealth(guard);
    }

    @Bean
    HealthIndicator streamAliveHealthIndicator(KafkaStreamsHealth health) {
        return health.liveness();
    }

    @Bean
    HealthIndicator streamRunningHealthIndicator(KafkaStreamsHealth health) {
        return health.readiness();
    }

    @Bean
    KafkaParts kafkaParts(
            KafkaProperties kafka,
            KafkaSettings settings,
            Router router,
            ConfigurationTables tables,
            KafkaServices services) {
        int partitions;
        try (var admin = Admin.create(kafka.buildAdminProperties())) {
            partitions = new KafkaTopicCheck(settings.topics().prefix(), services.clock())
                    .partitions(admin, settings.routing().startTimeout());
        }
        return new KafkaParts(
                router,
                tables,
                () -> deserializer(kafka),
                () -> serializer(kafka),
                services.patience(),
                services.meters(),
                settings.topics().prefix(),
                partitions,
                settings.routing().parkedWithin(),
                settings.routing().releaseBatch());
    }

    @Bean
    KafkaSettings kafkaSettings(RoutingProperties routing, TopicsProperties topics) {
        return new KafkaSettings(routing, topics);
    }

    @Bean
    KafkaServices kafkaServices(KafkaPatience patience, RoutingMeters meters, InstantSource clock) {
        return new KafkaServices(patience, meters, clock);
    }

    /** The function that the binder hosts. */
    @Bean
    Function<KStream<byte[], byte[]>, Function<KStream<byte[], byte[]>, Consumer<KStream<byte[], byte[]>>>> route(
            KafkaParts parts) {
        var topology = new KafkaTopology(parts);
        return alerts -> recommendations -> commands -> topology.connect(alerts, recommendations, commands);
    }

    // Primary, for with the actuator there is a second one, and the binder then takes none without a word.
    @Bean
    @Primary
    StreamsBuilderFactoryBeanConfigurer routingConfigurer(
            KafkaProperties kafka,
            KafkaSettings settings,
            KafkaParts parts,
            ConfigurationTables tables,
            KafkaGuards guards) {
        var feed = new KafkaConfigurationFeed(
                tables,
                new AvroConfigurationReader(deserializer(kafka)),
                parts.patience(),
                parts.meters(),
                parts.topicPrefix());
        return factory -> {
            guards.watch(factory);
            factory.setLeaveGroupOnClose(true);
            // Set anew: what the factory hands out is a copy.
            var properties = new Properties();
            properties.putAll(Objects.requireNonNull(factory.getStreamsConfiguration()));
            properties.putAll(settings.streams(kafka));
            factory.setStreamsConfiguration(properties);
            factory.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
                @Override
                public void configureBuilder(StreamsBuilder builder) {
                    feed.addTo(builder);
                }
            });
        };
    }

    @Bean
    KafkaGuards kafkaGuards(KafkaThreadGuard guard, KafkaStreamsHealth health) {
        return new KafkaGuards(guard, health);
    }

    private static Deserializer<? extends SpecificRecord> deserializer(KafkaProperties kafka) {
        var deserializer = new ConfluentAvroDeserializer<SpecificRecord>();
        Map<String, Object> properties = new HashMap<>(kafka.getProperties());
        properties.put("specific.avro.reader", true);
        deserializer.configure(properties, false);
        return deserializer;
    }

    private static Serializer<SpecificRecord> serializer(KafkaProperties kafka) {
        var serializer = new ConfluentAvroSerializer<SpecificRecord>();
        Map<String, Object> properties = new HashMap<>(kafka.getProperties());
        properties.putIfAbsent("auto.register.schemas", false);
        serializer.configure(properties, false);
        return serializer;
    }

    /** All that was set. */
    record KafkaSettings(RoutingProperties routing, TopicsProperties topics) {

        /** What Kafka Streams is told beside what stands in the application's own settings. */
        Map<String, Object> streams(KafkaProperties kafka) {
            Map<String, Object> streams = new HashMap<>(kafka.getProperties());
            streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, routing.threads());
            streams.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, routing.standbyReplicas());
            streams.put(StreamsConfig.STATE_DIR_CONFIG, routing.stateDir());
            streams.put(KafkaBoundedRocksDb.MEMORY, routing.storeMemory().toBytes());
            streams.put(KafkaFaultHandler.TOPIC_PREFIX, topics.prefix());
            return streams;
        }
    }

    /** What the topology uses of the house. */
    record KafkaServices(KafkaPatience patience, RoutingMeters meters, InstantSource clock) {}

    /** What watches over the stream. */
    record KafkaGuards(KafkaThreadGuard guard, KafkaStreamsHealth health) {

        void watch(StreamsBuilderFactoryBean factory) {
            // Here and not by the factory's own setter: the binder overwrites that just before it starts.
            factory.setKafkaStreamsCustomizer(streams -> {
                streams.setUncaughtExceptionHandler(guard);
                health.starts(streams);
            });
        }
    }
}
