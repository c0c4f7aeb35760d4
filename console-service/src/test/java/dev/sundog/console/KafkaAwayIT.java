package dev.sundog.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console while nobody answers for Kafka and the registry. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.kafka.bootstrap-servers=localhost:1",
            "spring.kafka.properties.schema.registry.url=http://localhost:1",
            "sundog.console.token=a-long-enough-token"
        })
class KafkaAwayIT {

    private static final String[] TOKEN = {"Authorization", "Bearer a-long-enough-token"};

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        var database = TestDatabase.url();
        var keyset = TestKeyset.file().toString();
        Map.of(
                        "spring.datasource.url",
                        database,
                        "spring.datasource.username",
                        "postgres",
                        "spring.datasource.password",
                        "",
                        "sundog.secrets.keyset-file",
                        keyset)
                .forEach((name, value) -> properties.add(name, () -> value));
    }

    @Test
    void livesAndTakesChangesAndKeepsThemForLater() {
        var put = new Http(port).put("/api/v1/policies/p", "{'tenantId':'acme'}", TOKEN);

        assertThat(put.status()).isEqualTo(201);
        assertThat(jdbc.sql("select count(*) from outbox").query(Long.class).single())
                .isEqualTo(1);
        assertThat(new Http(management).get("/actuator/health/liveness").status())
                .isEqualTo(200);
        assertThat(new Http(port).get("/livez").status()).isEqualTo(200);
        assertThat(new Http(port).get("/readyz").status()).isEqualTo(200);
        assertThat(new Http(management).get("/actuator/prometheus").raw().body())
                .contains("sundog_unaccounted_events 0.0", "sundog_outbox_pending 1.0");
    }

    @Test
    void asksForTheToken() {
        var refused = new Http(port).get("/api/v1/policies");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(new Http(port).get("/").status()).isEqualTo(401);
        assertThat(new Http(port).get("/api/v1/policies", TOKEN).status()).isEqualTo(200);
    }
}
