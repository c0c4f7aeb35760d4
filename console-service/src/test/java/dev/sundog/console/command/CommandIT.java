package dev.sundog.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.TicketCommand;
import dev.sundog.delivery.TicketCommandKind;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people want done with a ticket goes to delivery. */
class CommandIT extends ConsoleIT {

    private static final String KEY = "commanded/contoso/watchtower/disk:db 1";
    private static final String ADDRESS = "/api/v1/tickets/commanded/contoso/watchtower/disk:db%201";

    @LocalServerPort
    private int port;

    @BeforeEach
    void connect() {
        new Http(port).put("/api/v1/connections/commanded", """
                {'tenantId':'acme','resourceServer':'https://acme.halopsa.com/api','clientId':'app',
                 'authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush'}""");
    }

    @Test
    void publishesACommandInTheTicketsPartition() {
        var answer =
                new Http(port).post(ADDRESS + ":retry", "{'commandId':'c-1','requestedBy':'ann','reason':'fixed'}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("commandId").asString()).isEqualTo("c-1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.TICKET_COMMANDS, KEY))
                        .filteredOn(message -> command(message).getCommandId().equals("c-1"))
                        .singleElement()
                        .satisfies(message -> {
                            assertThat(message.partition())
                                    .isEqualTo(BuiltInPartitioner.partitionForKey(
                                            "commanded".getBytes(StandardCharsets.UTF_8),
                                            TestTopics.partitions(Topics.TICKET_COMMANDS)));
                            assertThat(command(message).getTenantId()).isEqualTo("acme");
                            assertThat(command(message).getConnectionId()).isEqualTo("commanded");
                            assertThat(command(message).getTicketKey()).isEqualTo(KEY);
                            assertThat(command(message).getKind()).isEqualTo(TicketCommandKind.RETRY);
                            assertThat(command(message).getRequestedBy()).isEqualTo("ann");
                            assertThat(command(message).getReason()).isEqualTo("fixed");
                        }));
    }

    @Test
    void givesACommandWithoutAnIdOne() {
        var answer = new Http(port)
                .send(new Http(port).request(ADDRESS + ":recreate").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("commandId").asString()).isNotBlank();
        assertThat(answer.json().get("kind").asString()).isEqualTo("RECREATE");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        var http = new Http(port);

        assertThat(http.post(ADDRESS + ":reopen", "{}").status()).isEqualTo(404);
        assertThat(http.post("/api/v1/tickets/nobody/contoso/x/y:retry", "{}").status())
                .isEqualTo(404);
        assertThat(http.post(ADDRESS + ":retry", "{'why':'x'}").raw().body()).contains("/why", "requestedBy");
        assertThat(http.post(ADDRESS + ":retry", "{'reason':' '}").status()).isEqualTo(400);
    }

    private static TicketCommand command(ConsumerRecord<?, ?> message) {
        return (TicketCommand) message.value();
    }
}
