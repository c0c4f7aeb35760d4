package dev.sundog.gateway.intake;

import static dev.sundog.gateway.GatewayFixtures.diskFull;
import static dev.sundog.gateway.GatewayFixtures.rightsize;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.EventKind;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.event.Alert;
import dev.sundog.event.Recommendation;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import dev.sundog.gateway.GatewayKeys;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The gateway with a real broker and a real registry. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            // What is kept is at stake here, not how fast: a busy machine must not answer 503.
            "sundog.gateway.intake.answer-within=30s",
            "spring.kafka.producer.properties.max.block.ms=20000",
            "spring.kafka.producer.properties.request.timeout.ms=20000",
            "spring.kafka.producer.properties.delivery.timeout.ms=25000"
        })
@ExtendWith({KafkaExtension.class, RegistryExtension.class})
class GatewayIT {

    private static final String PREFIX = "gateway-it-";

    @LocalServerPort
    int port;

    private WebTestClient client;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        RealParts.register(registry, PREFIX);
    }

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(40))
                .build();
    }

    @Test
    void putsAnAcceptedAlertOnTheTopicAsAvro() {
        var body = diskFull();
        body.put("eventId", "it-alert");
        body.put("labels", Map.of("rack", "7"));

        post("/v1/alerts", body).expectStatus().isAccepted();

        var record = RealParts.read(
                        Topics.ALERTS.name(PREFIX),
                        1,
                        found -> eventId(found.value()).equals("it-alert"))
                .getFirst();
        var alert = (Alert) record.value();
        assertThat(record.key()).isEqualTo("contoso");
        assertThat(new String(record.headers().lastHeader("sundog-tenant").value(), UTF_8))
                .isEqualTo("acme-msp");
        assertThat(alert.getTitle()).isEqualTo("Disk is full");
        assertThat(alert.getLabels()).containsEntry("rack", "7");
        assertThat(Instant.ofEpochMilli(record.timestamp()))
                .isBetween(
                        InstantSource.system().instant().minusSeconds(60),
                        InstantSource.system().instant());
    }

    @Test
    void keepsEveryFieldOfARecommendation() {
        post("/v1/recommendations", rightsize()).expectStatus().isAccepted();

        var record = RealParts.read(
                        Topics.RECOMMENDATIONS.name(PREFIX),
                        1,
                        found -> eventId(found.value()).equals("rec-1"))
                .getFirst();
        var recommendation = (Recommendation) record.value();
        assertThat(recommendation.getEstimatedSaving().getAmount()).isEqualTo(new BigDecimal("120.50"));
        assertThat(recommendation.getRequestedBy().getEmail()).isEqualTo("ada@example.com");
        assertThat(recommendation.getResources()).hasSize(1);
        assertThat(recommendation.getRationale()).isEqualTo("Costs twice what it must.");
    }

    @Test
    void acceptsAnEventSentTwiceTwice() {
        var body = diskFull();
        body.put("eventId", "it-twice");

        post("/v1/alerts", body).expectStatus().isAccepted();
        post("/v1/alerts", body).expectStatus().isAccepted();

        assertThat(RealParts.read(
                        Topics.ALERTS.name(PREFIX),
                        2,
                        found -> eventId(found.value()).equals("it-twice")))
                .hasSize(2);
    }

    @Test
    void keepsTheOrderOfAThousandAlertsOfOneOrganization() {
        var bodies = new ArrayList<Map<String, Object>>();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            var body = diskFull();
            body.put("eventId", "it-row-" + i);
            ids.add("it-row-" + i);
            bodies.add(body);
        }

        post("/v1/alerts", bodies).expectStatus().isAccepted();

        var records = RealParts.read(
                Topics.ALERTS.name(PREFIX),
                1_000,
                found -> eventId(found.value()).startsWith("it-row-"));
        assertThat(records).extracting(record -> eventId(record.value())).containsExactlyElementsOf(ids);
    }

    @Test
    void refusesAnEventAbove256KiBAndTakesOneJustBelow() {
        var large = diskFull();
        large.put("description", "x".repeat(32_000));
        large.put("labels", labels(64, 3_900));
        var below = diskFull();
        below.put("labels", labels(60, 3_900));

        post("/v1/alerts", large).expectStatus().isEqualTo(413);
        post("/v1/alerts", below).expectStatus().isAccepted();
    }

    @Test
    void tellsWhatBecameOfAnEventAndOnlyToItsTenant() throws Exception {
        var body = diskFull();
        body.put("eventId", "it-status");
        post("/v1/alerts", body).expectStatus().isAccepted();
        status("it-status", GatewayKeys.ALL)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ACCEPTED");
        var key = "acme-halo/contoso/backup/disk";

        RealParts.say(Topics.ROUTING_DECISIONS.name(PREFIX), "it-status", decision("it-status", key));
        awaitState("it-status", "ROUTED");
        RealParts.say(Topics.TICKET_EVENTS.name(PREFIX), key, created("it-status", key));
        awaitState("it-status", "TICKETED");

        status("it-status", GatewayKeys.CONTOSO)
                .expectBody()
                .jsonPath("$.ticket.ticketId")
                .isEqualTo(2101);
        status("it-status", GatewayKeys.STRANGER).expectStatus().isNotFound();
    }

    private void awaitState(String eventId, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> status(eventId, GatewayKeys.ALL)
                        .expectBody()
                        .jsonPath("$.state")
                        .isEqualTo(state));
    }

    private ResponseSpec status(String eventId, String key) {
        return client.get()
                .uri("/v1/events/" + eventId)
                .header("X-API-Key", key)
                .exchange();
    }

    private ResponseSpec post(String path, Object body) {
        return client.post()
                .uri(path)
                .header("Authorization", "Bearer " + GatewayKeys.ALL)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static Map<String, String> labels(int count, int length) {
        var labels = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            labels.put("label-" + i, "y".repeat(length));
        }
        return labels;
    }

    private static String eventId(Object event) {
        return switch (event) {
            case Alert alert -> alert.getEventId();
            case Recommendation recommendation -> recommendation.getEventId();
            default -> throw new IllegalArgumentException("no event: " + event.getClass());
        };
    }

    private static RoutingDecision decision(String eventId, String ticketKey) {
        var now = InstantSource.system().instant();
        return RoutingDecision.newBuilder()
                .setEventId(eventId)
                .setEventKind(EventKind.ALERT)
                .setSource("backup")
                .setOrganizationId("contoso")
                .setTitle("t")
                .setDedupKey("d")
                .setTenantId("acme-msp")
                .setOccurredAt(now)
                .setAcceptedAt(now)
                .setDecidedAt(now)
                .setOutcome(DecisionOutcome.ROUTED)
                .setTicketKey(ticketKey)
                .build();
    }

    private static TicketEvent created(String eventId, String ticketKey) {
        return TicketEvent.newBuilder()
                .setEventId("te-1")
                .setOccurredAt(InstantSource.system().instant())
                .setTenantId("acme-msp")
                .setConnectionId("acme-halo")
                .setOrganizationId("contoso")
                .setTicketKey(ticketKey)
                .setSource("backup")
                .setCausedBy(List.of(eventId))
                .setDetail(new TicketCreated(2101L, "https://halo.example/ticket?id=2101", "s"))
                .build();
    }
}
