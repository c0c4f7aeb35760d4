package dev.sundog.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.DeliveryProperties;
import dev.sundog.connector.connection.ConnectionsProperties;
import dev.sundog.connector.connection.SecretsProperties;
import dev.sundog.connector.halo.HaloProperties;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    private final ApplicationContextRunner least = new ApplicationContextRunner().withUserConfiguration(All.class);
    private final ApplicationContextRunner runner =
            least.withPropertyValues("sundog.secrets.keyset-file=keys/keyset.json");

    @Test
    void needsAKeysetAndHasDefaultsForTheRest() {
        runner.run(context -> {
            assertThat(context.getBean(DeliveryProperties.class))
                    .isEqualTo(new DeliveryProperties(
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(30),
                            2,
                            Duration.ofSeconds(15),
                            Duration.ofDays(30),
                            Duration.ofSeconds(15),
                            0,
                            null,
                            1,
                            null));
            assertThat(context.getBean(HaloProperties.class))
                    .isEqualTo(new HaloProperties(false, Duration.ofSeconds(3), DataSize.ofMegabytes(4)));
            assertThat(context.getBean(ConnectionsProperties.class))
                    .isEqualTo(new ConnectionsProperties(Duration.ofSeconds(60)));
            assertThat(context.getBean(SecretsProperties.class))
                    .isEqualTo(new SecretsProperties(Path.of("keys/keyset.json")));
        });
    }

    @Test
    void refusesToStartWithoutAKeyset() {
        least.run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining("keysetFile"));
    }

    @ParameterizedTest
    @CsvSource({
        "sundog.delivery.call-timeout, 0s",
        "sundog.delivery.call-timeout, -1s",
        "sundog.delivery.send-window, 0s",
        "sundog.delivery.quarantine, 9s",
        "sundog.delivery.drain-time, 9s",
        "sundog.delivery.looks, 0",
        "sundog.delivery.look-pause, -1s",
        "sundog.delivery.retention, 23h",
        "sundog.delivery.standby-replicas, -1",
        "sundog.delivery.threads, 0",
        "sundog.delivery.instance-id, two words",
        "sundog.halo.connect-timeout, 0s",
        "sundog.halo.response-limit, 0B",
        "sundog.connections.load-timeout, 0s"
    })
    void refusesAndNamesTheSetting(String name, String value) {
        runner.withPropertyValues(name + "=" + value)
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(name + " must be"));
    }

    @Test
    void takesABlankInstanceIdForNone() {
        runner.withPropertyValues("sundog.delivery.instance-id= ")
                .run(context -> assertThat(
                                context.getBean(DeliveryProperties.class).instanceId())
                        .isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "sundog.delivery.quarantaine",
        "sundog.halo.allow-everything",
        "sundog.connections.patience",
        "sundog.secrets.key"
    })
    void refusesWhatItDoesNotKnow(String name) {
        runner.withPropertyValues(name + "=1")
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(name));
    }

    @EnableConfigurationProperties({
        DeliveryProperties.class,
        HaloProperties.class,
        ConnectionsProperties.class,
        SecretsProperties.class
    })
    static class All {}
}
