package dev.sundog.console.reference;

import static dev.sundog.console.reference.PublishedReference.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.ConnectionCommand;
import dev.sundog.delivery.ConnectionCommandKind;
import dev.sundog.delivery.ReferenceKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What can be chosen in Halo, from its topic to those who ask. */
class ReferenceIT extends ConsoleIT {

    private static final String CONNECTION = "{'tenantId':'ref-msp','resourceServer':'https://acme.halopsa.com/api',"
            + "'clientId':'app','authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush'";

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void showsWhatWasReadAndWhatWasNot() {
        http.put("/api/v1/connections/shown", CONNECTION + "}");
        reference("shown").read(ReferenceKind.STATUS, item(1, "New"), item(9, "Closed"));
        reference("shown").notPermitted(ReferenceKind.TEAM);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var kinds = http.get("/api/v1/connections/shown/reference").json().get("kinds");
            assertThat(kinds.valueStream()
                            .filter(kind -> kind.get("kind").asString().equals("STATUS"))
                            .map(kind -> kind.get("count").asInt()))
                    .containsExactly(2);
            assertThat(kinds.valueStream()
                            .filter(kind -> kind.get("kind").asString().equals("TEAM"))
                            .map(kind -> kind.at("/gap/result").asString()))
                    .containsExactly("NOT_PERMITTED");
        });
        assertThat(http.get("/api/v1/connections/shown/reference/statuses?search=clo")
                        .json()
                        .at("/items/0/id")
                        .asInt())
                .isEqualTo(9);
        assertThat(http.get("/api/v1/connections/shown/reference/nonsense").status())
                .isEqualTo(404);
    }

    @Test
    void asksDeliveryToReadAnew() {
        http.put("/api/v1/connections/asked", CONNECTION + "}");

        var answer = http.post("/api/v1/connections/asked:readReference", "{}");

        assertThat(answer.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.CONNECTION_COMMANDS, "asked"))
                        .singleElement()
                        .satisfies(message -> {
                            var command = (ConnectionCommand) message.value();
                            assertThat(command.getKind()).isEqualTo(ConnectionCommandKind.READ_REFERENCE);
                            assertThat(command.getTenantId()).isEqualTo("ref-msp");
                        }));
        assertThat(http.post("/api/v1/connections/nobody:readReference", "{}").status())
                .isEqualTo(404);
    }

    private static PublishedReference reference(String connectionId) {
        return new PublishedReference("ref-msp", connectionId);
    }
}
