package dev.sundog.gateway.intake;

import dev.sundog.gateway.GatewayKeys;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The gateway on a real server, with a log in memory behind it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "sundog.gateway.status.enabled=false",
            "sundog.gateway.intake.max-event=4KB",
            "sundog.gateway.intake.max-events=10",
            "sundog.gateway.intake.max-body=32KB",
            "sundog.gateway.intake.answer-within=500ms"
        })
@Import(FakeEventLogConfiguration.class)
abstract class GatewayOnFakeLog {

    @Autowired
    FakeEventLog log;

    @Autowired
    MeterRegistry registry;

    @LocalServerPort
    int port;

    WebTestClient client;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        GatewayKeys.register(registry::add);
    }

    @BeforeEach
    void clear() {
        log.clear();
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(10))
                .build();
    }

    ResponseSpec post(String path, String key, Object body) {
        return client.post()
                .uri(path)
                .header("Authorization", "Bearer " + key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    double count(String meter, String tag, String value) {
        return registry.get(meter).tag(tag, value).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
