package dev.sundog.connector.stream;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.connector.call.DeliveryProperties;
import dev.sundog.connector.call.StatusWords;
import dev.sundog.connector.call.TicketStatus;
import dev.sundog.connector.connection.ConnectionDirectory;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.lane.LaneDirectory;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.StormTerms;
import dev.sundog.connector.lifecycle.DeliveryTimes;
import dev.sundog.connector.meters.ConnectorMeters;
import dev.sundog.connector.meters.StreamMeters;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Wires the topology of delivery. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
@EnableConfigurationProperties(DeliveryProperties.class)
class StreamConfiguration {

    @Bean
    KafkaDeliveryTopology deliveryTopology(
            DeliveryProperties properties,
            ConnectionDirectory connections,
            ConnectorMeters meters,
            KafkaProperties kafka,
            @Value("${sundog.topics.prefix:}") String prefix) {
        DeliveryTimes times = new DeliveryTimes(
                properties.sendWindow(),
                properties.callTimeout(),
                properties.quarantine(),
                properties.looks(),
                properties.lookPause(),
                properties.retention());
        LaneDirectory lanes =
                id -> connections.find(id).map(StreamConfiguration::terms).orElse(null);
        Map<String, Object> settings = new HashMap<>(kafka.buildStreamsProperties());
        settings.put("specific.avro.reader", true);
        ConfluentAvroSerializer<Object> values = new ConfluentAvroSerializer<>();
        values.configure(settings, false);
        AvroPorts ports = new AvroPorts(prefix, reader(settings), values);
        int partitions;
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            partitions = KafkaTopicCheck.check(admin, prefix);
        }
        return new KafkaDeliveryTopology(
                times, lanes, new KafkaErrandDirectory(connections, partitions), meters, ports);
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer deliveryStreams(
            KafkaDeliveryTopology delivery, DeliveryProperties properties, KafkaVitals vitals) {
        return streams -> {
            Properties settings = new Properties();
            Properties configured = streams.getStreamsConfiguration();
            if (configured != null) {
                settings.putAll(configured);
            }
            settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, KafkaBoundedMemory.class);
            settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, properties.standbyReplicas());
            settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
            if (properties.stateDir() != null) {
                settings.put(
                        StreamsConfig.STATE_DIR_CONFIG, properties.stateDir().toString());
            }
            streams.setStreamsConfiguration(settings);
            // A member with a fixed name keeps its tasks over a restart, so it must not leave.
            streams.setLeaveGroupOnClose(properties.instanceId() == null);
            if (properties.instanceId() != null) {
                settings.put(
                        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                        properties.instanceId());
            }
            streams.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
                @Override
                public void configureTopology(Topology topology) {
                    delivery.addTo(topology);
                }
            });
            streams.setStateRestoreListener(vitals.restore());
            streams.setStreamsUncaughtExceptionHandler(vitals.guard());
        };
    }

    @Bean
    KafkaVitals vitals(StreamMeters meters, InstantSource time) {
        return KafkaVitals.of(meters, time);
    }

    @Bean
    KafkaStreamsHealth streamsHealth(StreamsBuilderFactoryBean streams, KafkaVitals vitals) {
        return new KafkaStreamsHealth(
                () -> {
                    KafkaStreams running = streams.getKafkaStreams();
                    return running == null ? KafkaStreams.State.CREATED : running.state();
                },
                vitals);
    }

    @Bean
    HealthIndicator deliveryStreamsHealth(KafkaStreamsHealth health) {
        return health.liveness();
    }

    @Bean
    HealthIndicator deliveryReadinessHealth(KafkaStreamsHealth health) {
        return health.readiness();
    }

    private static LaneTerms terms(HaloConnection connection) {
        return new LaneTerms(
                connection.tenantId(),
                connection.version(),
                connection.enabled(),
                connection.requests(),
                connection.window(),
                connection.reservedPercent(),
                new StormTerms(
                        connection.storms().threshold(),
                        connection.storms().window(),
                        connection.storms().calm()),
                words(connection));
    }

    private static StatusWords words(HaloConnection connection) {
        Map<Long, TicketStatus> meanings = new HashMap<>();
        connection.statusMap().forEach((status, meaning) -> meanings.put(status, TicketStatus.valueOf(meaning.name())));
        return new StatusWords(
                meanings, Set.copyOf(connection.closedStatusIds()), Set.copyOf(connection.wontFixStatusIds()));
    }

    private static <T> Deserializer<T> reader(Map<String, Object> settings) {
        ConfluentAvroDeserializer<T> reader = new ConfluentAvroDeserializer<>();
        reader.configure(settings, false);
        return reader;
    }
}
