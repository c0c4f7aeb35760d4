package dev.sundog.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.console.access.AccessProperties;
import dev.sundog.console.configuration.HaloAddressProperties;
import dev.sundog.console.configuration.SecretsProperties;
import dev.sundog.console.history.HistoryProperties;
import dev.sundog.console.mapping.MappingProperties;
import dev.sundog.console.topics.TopicsProperties;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Defaults, refusals and masking of all settings. */
class PropertiesTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void hasDefaultsForAllButTheKeyset() {
        context.withPropertyValues("sundog.secrets.keyset-file=/etc/keys.json").run(started -> {
            assertThat(started.getBean(SecretsProperties.class).keysetFile()).isEqualTo(Path.of("/etc/keys.json"));
            assertThat(started.getBean(AccessProperties.class).token()).isNull();
            assertThat(started.getBean(HaloAddressProperties.class).allowLoopback())
                    .isFalse();
            assertThat(started.getBean(TopicsProperties.class).prefix()).isEmpty();
            assertThat(started.getBean(HistoryProperties.class).settled()).isEqualTo(Duration.ofMinutes(5));
            assertThat(started.getBean(MappingProperties.class).interval()).isEqualTo(Duration.ofSeconds(10));
        });
    }

    @Test
    void doesNotStartWithoutAKeyset() {
        context.run(started -> assertThat(started).getFailure().hasStackTraceContaining("keysetFile"));
    }

    @Test
    void doesNotStartWithANameItDoesNotKnow() {
        context.withPropertyValues("sundog.secrets.keyset-file=x", "sundog.halo.alow-loopback=true")
                .run(started -> assertThat(started).getFailure().hasStackTraceContaining("alow-loopback"));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new AccessProperties("short"))
                .hasMessageContaining("sundog.console.token")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> new TopicsProperties("a.b")).hasMessageContaining("sundog.topics.prefix");
        assertThatThrownBy(() -> new HistoryProperties(Duration.ZERO)).hasMessageContaining("sundog.history.settled");
        assertThatThrownBy(() -> new MappingProperties(Duration.ZERO)).hasMessageContaining("sundog.mapping.interval");
    }

    @Test
    void masksTheToken() {
        assertThat(new AccessProperties("a-long-enough-token")).hasToString("AccessProperties[token=set]");
        assertThat(new AccessProperties(" ")).hasToString("AccessProperties[token=none]");
    }

    @EnableConfigurationProperties({
        SecretsProperties.class,
        AccessProperties.class,
        HaloAddressProperties.class,
        TopicsProperties.class,
        HistoryProperties.class,
        MappingProperties.class
    })
    static class Settings {}
}
