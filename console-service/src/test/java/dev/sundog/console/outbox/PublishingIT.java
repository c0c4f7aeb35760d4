package dev.sundog.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.configuration.Connection;
import dev.sundog.configuration.LookupStrategy;
import dev.sundog.configuration.Policy;
import dev.sundog.configuration.RuleAction;
import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a change of configuration becomes on the compacted topics. */
class PublishingIT extends ConsoleIT {

    @LocalServerPort
    private int port;

    @Test
    void publishesAConnectionWithItsSecretEncrypted() {
        new Http(port).put("/api/v1/connections/published", """
                {'tenantId':'acme','resourceServer':'https://acme.halopsa.com/api','clientId':'app',
                 'authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush',
                 'budget':{'requests':100},'defaults':{'ticketTypeId':21,'priorityBySeverity':{'HIGH':2}}}""");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.CONNECTIONS, "published"))
                        .singleElement()
                        .extracting(ConsumerRecord::value)
                        .isInstanceOfSatisfying(Connection.class, it -> {
                            assertThat(it.getVersion()).isEqualTo(1);
                            assertThat(it.getResourceServer()).isEqualTo("https://acme.halopsa.com");
                            assertThat(it.getBudget().getRequests()).isEqualTo(100);
                            assertThat(it.getBudget().getWindowSeconds()).isEqualTo(300);
                            assertThat(it.getLookupStrategy()).isEqualTo(LookupStrategy.THIRD_PARTY_ID);
                            assertThat(it.getDefaults().getPriorityBySeverity()).containsEntry("HIGH", 2L);
                            assertThat(it.getClientSecret()).isNotBlank().doesNotContain("hush");
                            assertThat(it.toString()).doesNotContain("hush");
                        }));
    }

    @Test
    void publishesEachVersionAndThenThatItIsGone() {
        var http = new Http(port);
        http.put("/api/v1/policies/gone", """
                {'tenantId':'acme','rules':[{'id':'r','name':'R','action':'PARK','reason':'night',
                 'parkUntil':'2026-12-01T06:00:00Z'}]}""");
        http.put("/api/v1/policies/gone", "{'tenantId':'acme'}", "If-Match", "\"1\"");
        http.delete("/api/v1/policies/gone");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var records = TestTopics.all(Topics.POLICIES, "gone");
            assertThat(records).hasSize(3);
            assertThat(records.getFirst().value()).isInstanceOfSatisfying(Policy.class, it -> {
                assertThat(it.getRules().getFirst().getAction()).isEqualTo(RuleAction.PARK);
                assertThat(it.getRules().getFirst().getParkUntil()).isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
            });
            assertThat(records.getLast().value()).isNull();
        });
    }
}
