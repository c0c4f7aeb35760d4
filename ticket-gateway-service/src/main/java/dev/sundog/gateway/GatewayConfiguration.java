package dev.sundog.gateway;

import dev.sundog.gateway.format.EventKind;
import dev.sundog.gateway.meters.GatewayMeters;
import dev.sundog.gateway.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every room uses: the time and the meters. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    /** Of the several hundred series that the Kafka clients offer, those that answer whether the broker takes records and how fast. */
    private static final Set<String> KAFKA_METERS = Set.of(
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.record.send.total",
            "kafka.producer.request.latency.avg",
            "kafka.producer.request.latency.max",
            "kafka.producer.buffer.available.bytes",
            "kafka.producer.connection.count");

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    @Bean
    GatewayMeters gatewayMeters(MeterRegistry registry) {
        return new GatewayMeters(
                registry,
                Stream.of(EventKind.values()).map(EventKind::tag).toList(),
                Stream.of(ProblemType.values()).map(ProblemType::tag).toList());
    }

    @Bean
    MeterFilter fewKafkaMeters() {
        return MeterFilter.deny(id -> id.getName().startsWith("kafka.") && !KAFKA_METERS.contains(id.getName()));
    }
}
