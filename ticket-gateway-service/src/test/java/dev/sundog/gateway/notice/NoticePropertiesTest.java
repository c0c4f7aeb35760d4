package dev.sundog.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NoticePropertiesTest {

    private static final String HOOK = "sundog.notices.hooks[0].";
    private static final String HASH = "sha256:" + "a".repeat(64);

    private final ApplicationContextRunner empty = new ApplicationContextRunner().withUserConfiguration(All.class);
    private final ApplicationContextRunner runner = empty.withPropertyValues(
            HOOK + "connection-id=acme-halo",
            HOOK + "tenant-id=acme-msp",
            HOOK + "user=halo",
            HOOK + "password-hash=" + HASH);

    @Test
    void takesNobodysWebhooksByDefault() {
        empty.run(context -> assertThat(context.getBean(NoticeProperties.class))
                .isEqualTo(new NoticeProperties(List.of(), Duration.ofMillis(1_800))));
    }

    @Test
    void readsAWebhookAndShowsNoHash() {
        runner.run(context -> assertThat(context.getBean(NoticeProperties.class).hooks())
                .singleElement()
                .satisfies(hook -> {
                    assertThat(hook.passwordHash()).isEqualTo(HASH);
                    assertThat(hook.toString()).contains("acme-halo").doesNotContain(HASH);
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "sundog.notices.hooks[0].connection-id, connection-id",
        "sundog.notices.hooks[0].tenant-id, tenant-id",
        "sundog.notices.hooks[0].user, user",
        "sundog.notices.hooks[0].password-hash, password-hash"
    })
    void refusesAWebhookThatLacksSomething(String name, String told) {
        runner.withPropertyValues(name + "=")
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(told));
    }

    @Test
    void refusesTwoWebhooksOfOneConnection() {
        runner.withPropertyValues(
                        "sundog.notices.hooks[1].connection-id=acme-halo",
                        "sundog.notices.hooks[1].tenant-id=acme-msp",
                        "sundog.notices.hooks[1].user=other",
                        "sundog.notices.hooks[1].password-hash=" + HASH)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("two hooks have the same connection-id: acme-halo"));
    }

    @ParameterizedTest
    @CsvSource({"sundog.notices.answer-within, 0s", "sundog.notices.hoks, 1"})
    void refusesNonsense(String name, String value) {
        runner.withPropertyValues(name + "=" + value)
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(name));
    }

    @EnableConfigurationProperties(NoticeProperties.class)
    static class All {}
}
