package dev.sundog.connector.stream;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.connector.call.DeliveryProperties;
import dev.sundog.connector.connection.ConnectionDirectory;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.lane.LaneDirectory;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.StormTerms;
import dev.sundog.connector.lifecycle.DeliveryTimes;
import dev.sundog.connector.meters.ConnectorMeters;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

    private static final int RESERVED_PERCENT = 20;
    private static final Logger LOGGER = LoggerFactory.getLogger(StreamConfiguration.class);

    @Bean
    KafkaDeliveryTopology deliveryTopology(
            DeliveryProperties properties,
            ConnectionDirectory connections,
            ConnectorMeters meters,
            KafkaProperties kafka,
            @Value("${sundog.topics.prefix:}") String prefix) {
        DeliveryTimes times =
                new DeliveryTimes(properties.sendWindow(), properties.callTimeout(), properties.quarantine());
        LaneDirectory lanes =
                id -> connections.find(id).map(StreamConfiguration::terms).orElse(null);
        Map<String, Object> settings = new HashMap<>(kafka.buildStreamsProperties());
        settings.put("specific.avro.reader", true);
        ConfluentAvroSerializer<Object> values = new ConfluentAvroSerializer<>();
        values.configure(settings, false);
        AvroPorts ports = new AvroPorts(prefix, reader(settings), reader(settings), values);
        return new KafkaDeliveryTopology(times, lanes, meters, ports);
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer deliveryStreams(
            KafkaDeliveryTopology delivery,
            DeliveryProperties properties,
            KafkaProperties kafka,
            @Value("${sundog.topics.prefix:}") String prefix) {
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            KafkaTopicCheck.check(admin, prefix);
        }
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
            streams.setLeaveGroupOnClose(true);
            streams.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
                @Override
                public void configureTopology(Topology topology) {
                    delivery.addTo(topology);
                }
            });
            streams.setStreamsUncaughtExceptionHandler(failure -> {
                LOGGER.atError().setCause(failure).log("a stream thread died and is replaced");
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            });
        };
    }

    @Bean
    KafkaStreamsHealth deliveryStreamsHealth(StreamsBuilderFactoryBean streams) {
        return new KafkaStreamsHealth(() -> {
            KafkaStreams running = streams.getKafkaStreams();
            return running == null ? KafkaStreams.State.CREATED : running.state();
        });
    }

    private static LaneTerms terms(HaloConnection connection) {
        return new LaneTerms(
                connection.tenantId(),
                connection.version(),
                connection.enabled(),
                connection.requests(),
                connection.window(),
                RESERVED_PERCENT,
                new StormTerms(20, Duration.ofMinutes(1), Duration.ofMinutes(5)));
    }

    private static <T> Deserializer<T> reader(Map<String, Object> settings) {
        ConfluentAvroDeserializer<T> reader = new ConfluentAvroDeserializer<>();
        reader.configure(settings, false);
        return reader;
    }
}
