package dev.sundog.routing;

import static dev.sundog.routing.Records.OCCURRED;
import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static dev.sundog.routing.Records.recommendation;
import static dev.sundog.routing.RoutingOnKafka.LONG;
import static dev.sundog.routing.RoutingOnKafka.PARTITIONS;
import static dev.sundog.routing.SilenceRecords.command;
import static dev.sundog.routing.SilenceRecords.untilResolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.contract.Headers;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.ParkingCommand;
import dev.sundog.delivery.ParkingCommandKind;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.FailureReason;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real broker and a real registry. */
@ExtendWith({KafkaExtension.class, RegistryExtension.class})
class RoutingServiceIT {

    @TempDir
    Path state;

    @Test
    void routesParksAndReleasesInOrderWhateverPartitionerTheProducerUses() throws Exception {
        try (var kafka = new RoutingOnKafka(state)) {
            try (var service = kafka.start()) {
                configure(kafka);
                kafka.running(service);

                assertThat(kafka.state()).isDirectory();
                produce(kafka);

                routesTheMappedAndKeepsTheUnreadable(kafka);
            }
            try (var again = kafka.start()) {
                kafka.send(Topics.ORGANIZATIONS, "northwind", organization("northwind", 14L));

                releasesInOrderAfterTheRestart(kafka);
                assertThat(kafka.get(again, "/actuator/prometheus").body())
                        .contains("sundog_routing_decisions_total{outcome=\"routed\"}");
                assertThat(kafka.get(again, "/actuator/health/liveness").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void goesOnWhereARestartInterruptedTheReleaseOfASilence() throws Exception {
        try (var kafka = new RoutingOnKafka(state)) {
            try (var service = kafka.start("--sundog.routing.release-batch=5")) {
                configure(kafka);
                kafka.send(Topics.SILENCES, "known", untilResolved("known", OCCURRED));
                kafka.running(service);
                for (int number = 0; number < 60; number++) {
                    kafka.send(Topics.ALERTS, "any", 3, alert("s" + number, "contoso"));
                }
                // The same names from a sender of another tenant.
                kafka.sendFrom("other-msp", alert("s0", "contoso"));
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(kafka.seen(Topics.ROUTING_DECISIONS, RoutingDecision.class))
                                .hasSize(61)
                                .extracting(RoutingDecision::getOutcome)
                                .containsOnly(DecisionOutcome.PARKED));

                kafka.send(Topics.SILENCES, "known", null);
                await().atMost(LONG)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> !kafka.seen(Topics.TICKET_REQUESTS).isEmpty());
            }
            int before = kafka.seen(Topics.TICKET_REQUESTS).size();
            try (var again = kafka.start("--sundog.routing.release-batch=5")) {
                await().atMost(LONG)
                        .untilAsserted(() ->
                                assertThat(kafka.seen(Topics.ROUTING_DECISIONS)).hasSize(121));

                assertThat(kafka.seen(Topics.TICKET_REQUESTS, TicketRequest.class))
                        .extracting(TicketRequest::getEventId)
                        .containsExactlyElementsOf(names("s", 60));
                assertThat(before).isBetween(1, 59);
                assertThat(kafka.seen(Topics.ROUTING_DECISIONS, RoutingDecision.class))
                        .filteredOn(decision -> "other-msp".equals(decision.getTenantId()))
                        .singleElement()
                        .satisfies(foreign ->
                                assertThat(foreign.getReason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION));
                discardsAllThatWaitsOfOneTenant(kafka);
                assertThat(kafka.get(again, "/actuator/health/liveness").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void goesOnWithACommandThatARestartInterrupted() {
        try (var kafka = new RoutingOnKafka(state)) {
            try (var service = kafka.start("--sundog.routing.release-batch=10")) {
                configure(kafka);
                kafka.send(Topics.SILENCES, "known", untilResolved("known", OCCURRED));
                kafka.running(service);
                for (int number = 0; number < 60; number++) {
                    kafka.send(Topics.ALERTS, "any", 3, alert("s" + number, "contoso"));
                }
                await().atMost(LONG)
                        .untilAsserted(() ->
                                assertThat(kafka.seen(Topics.ROUTING_DECISIONS)).hasSize(60));

                var all = command("c1", "acme-msp", "contoso", null, ParkingCommandKind.RELEASE);
                kafka.send(Topics.PARKING_COMMANDS, "contoso", all);
                await().atMost(LONG)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> !kafka.seen(Topics.TICKET_REQUESTS).isEmpty());
            }
            int before = kafka.seen(Topics.TICKET_REQUESTS).size();
            try (var again = kafka.start("--sundog.routing.release-batch=10")) {
                // The silence still holds: only the command lets them go.
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(kafka.seen(Topics.TICKET_REQUESTS, TicketRequest.class))
                                .extracting(TicketRequest::getEventId)
                                .containsExactlyElementsOf(names("s", 60)));
                assertThat(before).isBetween(1, 59);
                assertThat(again.isRunning()).isTrue();
            }
        }
    }

    private static void discardsAllThatWaitsOfOneTenant(RoutingOnKafka kafka) {
        kafka.send(Topics.PARKING_COMMANDS, "contoso", discardAll("contoso", "other-msp"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(kafka.seen(Topics.ROUTING_DECISIONS, RoutingDecision.class))
                        .filteredOn(decision -> "ada".equals(decision.getDecidedBy()))
                        .singleElement()
                        .satisfies(discarded -> {
                            assertThat(discarded.getTenantId()).isEqualTo("other-msp");
                            assertThat(discarded.getOutcome()).isEqualTo(DecisionOutcome.SUPPRESSED);
                            assertThat(discarded.getDetail()).isEqualTo("discarded by ada: nobody's");
                        }));
    }

    private static ParkingCommand discardAll(String organizationId, String tenantId) {
        return ParkingCommand.newBuilder()
                .setCommandId("c1")
                .setTenantId(tenantId)
                .setOrganizationId(organizationId)
                .setKind(ParkingCommandKind.DISCARD)
                .setRequestedBy("ada")
                .setReason("nobody's")
                .setRequestedAt(OCCURRED)
                .build();
    }

    private static void configure(RoutingOnKafka kafka) {
        kafka.send(Topics.CONNECTIONS, "acme-halo", connection(true));
        kafka.send(Topics.POLICIES, "acme-policy", policy(1));
        kafka.send(Topics.ORGANIZATIONS, "contoso", organization("contoso", 12L));
    }

    private static void produce(RoutingOnKafka kafka) {
        for (int number = 0; number < 20; number++) {
            kafka.send(Topics.ALERTS, null, number % PARTITIONS, alert("c" + number, "contoso"));
        }
        for (int number = 0; number < 10; number++) {
            // One partition, as a producer with a partitioner of its own may choose it.
            kafka.send(Topics.ALERTS, "any", 3, alert("n" + number, "northwind"));
        }
        kafka.send(Topics.RECOMMENDATIONS, null, 1, recommendation("r1", "contoso"));
        kafka.sendBytes(Topics.ALERTS, "k", 2, new byte[] {7, 7});
    }

    private static void routesTheMappedAndKeepsTheUnreadable(RoutingOnKafka kafka) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(kafka.seen(Topics.ROUTING_DECISIONS, RoutingDecision.class))
                        .hasSize(31)
                        .filteredOn(decision -> decision.getOrganizationId().equals("contoso"))
                        .extracting(RoutingDecision::getOutcome)
                        .hasSize(21)
                        .containsOnly(DecisionOutcome.ROUTED));
        await().atMost(LONG)
                .until(() -> !kafka.seen(Topics.ALERTS.deadLetters()).isEmpty());
        assertThat(kafka.seen(Topics.ALERTS.deadLetters())).singleElement().satisfies(dead -> {
            assertThat(dead.partition()).isEqualTo(2);
            assertThat(dead.value()).isEqualTo(new byte[] {7, 7});
            assertThat(new String(dead.headers().lastHeader(Headers.DEAD_TOPIC).value()))
                    .isEqualTo(Topics.ALERTS.name(kafka.prefix));
        });
    }

    private static void releasesInOrderAfterTheRestart(RoutingOnKafka kafka) {
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(kafka.seen(Topics.TICKET_REQUESTS)).hasSize(31));
        assertThat(kafka.seen(Topics.TICKET_REQUESTS, TicketRequest.class))
                .filteredOn(request -> request.getOrganizationId().equals("northwind"))
                .extracting(TicketRequest::getEventId)
                .containsExactlyElementsOf(names("n", 10));
        assertThat(kafka.seen(Topics.TICKET_REQUESTS))
                .extracting(ConsumerRecord::partition)
                .containsOnly(BuiltInPartitioner.partitionForKey("acme-halo".getBytes(), PARTITIONS));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(kafka.seen(Topics.PARKED_EVENTS))
                        .hasSize(20)
                        .filteredOn(parked -> parked.value() == null)
                        .hasSize(10));
    }

    private static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(number -> letter + number).toList();
    }
}
