package dev.sundog.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class GatewayPropertiesTest {

    private static final String HASH = "sha256:" + "0a".repeat(32);

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties({GatewayProperties.class, TopicsProperties.class})
    static class Settings {}

    @Test
    void hasDefaultsForAllButTheKeys() {
        runner.run(context -> {
            var properties = context.getBean(GatewayProperties.class);

            assertThat(properties.apiKeys()).isEmpty();
            assertThat(properties.intake())
                    .isEqualTo(new GatewayProperties.Intake(
                            DataSize.ofKilobytes(256),
                            1000,
                            DataSize.ofMegabytes(4),
                            DataSize.ofMegabytes(16),
                            500,
                            Duration.ofMillis(1800),
                            Duration.ofSeconds(30)));
            assertThat(properties.status())
                    .isEqualTo(new GatewayProperties.Status(true, Duration.ofHours(24), 50_000, 50_000));
            assertThat(context.getBean(TopicsProperties.class).prefix()).isEmpty();
        });
    }

    @Test
    void readsAKeyAndKeepsItsHashOutOfText() {
        runner.withPropertyValues(
                        "sundog.gateway.api-keys[0].id=local",
                        "sundog.gateway.api-keys[0].hash=" + HASH,
                        "sundog.gateway.api-keys[0].tenant-id=acme-msp",
                        "sundog.gateway.api-keys[0].organizations=contoso,fabrikam")
                .run(context -> {
                    var properties = context.getBean(GatewayProperties.class);

                    var key = properties.apiKeys().getFirst();
                    assertThat(key.organizations()).isEqualTo(Set.of("contoso", "fabrikam"));
                    assertThat(key.sources()).isEqualTo(Set.of("*"));
                    assertThat(properties.toString()).contains("local").doesNotContain("0a0a");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sundog.gateway.statsu.look-back=1h | statsu",
                "sundog.gateway.intake.max-event=0B | sundog.gateway.intake.max-event must be above zero: 0B",
                "sundog.gateway.intake.max-events=0 | sundog.gateway.intake.max-events must be above zero: 0",
                "sundog.gateway.intake.max-body=1KB | sundog.gateway.intake.max-body must be at least",
                "sundog.gateway.intake.max-bodies=1MB | sundog.gateway.intake.max-bodies must be at least",
                "sundog.gateway.intake.max-waiting=0 | sundog.gateway.intake.max-waiting must be above zero",
                "sundog.gateway.intake.answer-within=0s | sundog.gateway.intake.answer-within must be above zero",
                "sundog.gateway.intake.body-within=0s | sundog.gateway.intake.body-within must be above zero",
                "sundog.gateway.status.look-back=-1s | sundog.gateway.status.look-back must be above zero: PT-1S",
                "sundog.gateway.status.max-events=0 | sundog.gateway.status.max-events must be above zero",
                "sundog.gateway.status.max-tickets=0 | sundog.gateway.status.max-tickets must be above zero",
                "sundog.gateway.api-keys[0].id= | sundog.gateway.api-keys[].id is missing",
                "sundog.topics.prefix=a.b | sundog.topics.prefix may hold letters",
                "sundog.topics.prefixx=a | prefixx",
            })
    void refusesNonsenseAndNamesIt(String setting, String words) {
        runner.withPropertyValues(setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(words));
    }

    @Test
    void refusesAKeyWithoutAProperHashWithoutRepeatingIt() {
        runner.withPropertyValues(
                        "sundog.gateway.api-keys[0].id=local",
                        "sundog.gateway.api-keys[0].hash=the-key-itself",
                        "sundog.gateway.api-keys[0].tenant-id=acme-msp")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("hash of key local must be sha256:")
                        .hasMessageNotContaining("the-key-itself"));
    }

    @Test
    void refusesTwoKeysOfOneName() {
        runner.withPropertyValues(
                        "sundog.gateway.api-keys[0].id=local",
                        "sundog.gateway.api-keys[0].hash=" + HASH,
                        "sundog.gateway.api-keys[0].tenant-id=acme-msp",
                        "sundog.gateway.api-keys[1].id=local",
                        "sundog.gateway.api-keys[1].hash=" + HASH.replace("0a", "0b"),
                        "sundog.gateway.api-keys[1].tenant-id=acme-msp")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("two keys have the same id: local"));
    }
}
