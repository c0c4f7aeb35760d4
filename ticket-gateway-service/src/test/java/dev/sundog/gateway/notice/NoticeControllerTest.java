package dev.sundog.gateway.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.GatewayKeys;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "sundog.gateway.status.enabled=false",
            "sundog.gateway.intake.max-event=4KB",
            "sundog.gateway.intake.max-events=3",
            "sundog.gateway.intake.max-body=32KB"
        })
@Import(NoticeControllerTest.InMemory.class)
class NoticeControllerTest {

    private static final String ONE =
            "{\"id\":\"n1\",\"event\":\"ticket status changed\",\"object_id\":7,\"ticket\":{\"id\":7,\"status_id\":3}}";

    @Autowired
    private MemoryLog log;

    @LocalServerPort
    private int port;

    private WebTestClient client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws Exception {
        GatewayKeys.register(registry::add);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("secret".getBytes(UTF_8));
        registry.add("sundog.notices.hooks[0].connection-id", () -> "acme-halo");
        registry.add("sundog.notices.hooks[0].tenant-id", () -> "acme-msp");
        registry.add("sundog.notices.hooks[0].user", () -> "halo");
        registry.add(
                "sundog.notices.hooks[0].password-hash",
                () -> "sha256:" + HexFormat.of().formatHex(hash));
    }

    @BeforeEach
    void fresh() {
        log.notices.clear();
        log.safe = true;
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(10))
                .build();
    }

    @Test
    void keepsANoticeAndSaysSo() {
        post("acme-halo", "halo:secret", ONE)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1);

        assertThat(log.notices).containsExactly(new Notice("n1", "ticket status changed", 7L, 3L));
    }

    @Test
    void keepsABatchInItsOrder() {
        post("acme-halo", "halo:secret", "[" + ONE + ",{\"id\":\"n2\",\"object_id\":8}]")
                .expectStatus()
                .isAccepted();

        assertThat(log.notices).extracting(Notice::noticeId).containsExactly("n1", "n2");
    }

    @Test
    void letsNobodyInWithoutTheRightNameAndPassword() {
        for (String credentials : List.of("halo:wrong", "other:secret", "halo", ":", "")) {
            post("acme-halo", credentials, ONE).expectStatus().isUnauthorized();
        }
        client.post()
                .uri("/v1/halo/acme-halo/notices")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(ONE)
                .exchange()
                .expectStatus()
                .isUnauthorized();

        assertThat(log.notices).isEmpty();
    }

    @Test
    void takesNoApiKeyInPlaceOfTheWebhooksPassword() {
        client.post()
                .uri("/v1/halo/acme-halo/notices")
                .header("Authorization", "Bearer " + GatewayKeys.ALL)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(ONE)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void knowsNoOtherConnection() {
        post("other-halo", "halo:secret", ONE).expectStatus().isNotFound();
    }

    @Test
    void hasItSentAgainWhenItIsNotSafe() {
        log.safe = false;

        post("acme-halo", "halo:secret", ONE)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5");
    }

    @Test
    void refusesWhatIsNoNoticeOrTooMuch() {
        post("acme-halo", "halo:secret", "no json").expectStatus().isBadRequest();
        post("acme-halo", "halo:secret", "[" + ONE + ",7]").expectStatus().isBadRequest();
        post("acme-halo", "halo:secret", "[" + ONE + "," + ONE + "," + ONE + "," + ONE + "]")
                .expectStatus()
                .isEqualTo(413);
        post("acme-halo", "halo:secret", "{\"id\":\"" + "x".repeat(40_000) + "\"}")
                .expectStatus()
                .isEqualTo(413);

        assertThat(log.notices).isEmpty();
    }

    private ResponseSpec post(String connectionId, String credentials, String body) {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        return client.post()
                .uri("/v1/halo/" + connectionId + "/notices")
                .header("Authorization", "Basic " + basic)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    static final class MemoryLog implements NoticeLog {

        private final List<Notice> notices = new CopyOnWriteArrayList<>();
        private volatile boolean safe = true;

        @Override
        public boolean append(NoticeProperties.Hook hook, List<Notice> some) {
            if (safe) {
                notices.addAll(some);
            }
            return safe;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class InMemory {

        @Bean
        @Primary
        MemoryLog memoryLog() {
            return new MemoryLog();
        }
    }
}
