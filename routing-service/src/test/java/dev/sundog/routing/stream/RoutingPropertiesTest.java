package dev.sundog.routing.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class RoutingPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void hasDefaultsForAll() {
        runner.run(context -> {
            assertThat(context.getBean(RoutingProperties.class))
                    .isEqualTo(new RoutingProperties(
                            "sundog-routing",
                            1,
                            0,
                            "sundog-routing-state",
                            DataSize.ofMegabytes(32),
                            Duration.ofSeconds(60),
                            Duration.ofSeconds(8),
                            Duration.ZERO,
                            2000));
            assertThat(context.getBean(TopicsProperties.class).prefix()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sundog.routing.application-id,' ',sundog.routing.application-id must not be blank",
        "sundog.routing.threads,0,sundog.routing.threads must be one or more: 0",
        "sundog.routing.standby-replicas,-1,sundog.routing.standby-replicas must be zero or more: -1",
        "sundog.routing.state-dir,' ',sundog.routing.state-dir must not be blank",
        "sundog.routing.store-memory,1MB,sundog.routing.store-memory must be at least 8MB",
        "sundog.routing.start-timeout,0s,sundog.routing.start-timeout must be above zero",
        "sundog.routing.registry-patience,10s,sundog.routing.registry-patience must be above zero and below 10s",
        "sundog.routing.parked-within,-1s,sundog.routing.parked-within must be zero or more: PT-1S",
        "sundog.routing.release-batch,0,sundog.routing.release-batch must be one or more: 0",
        "sundog.topics.prefix,a.b,sundog.topics.prefix must be letters",
        "sundog.routing.thread,2,sundog.routing.thread"
    })
    void refusesNonsense(String property, String value, String message) {
        runner.withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(message));
    }

    @Configuration
    @EnableConfigurationProperties({RoutingProperties.class, TopicsProperties.class})
    static class Bound {}
}
