package dev.sundog.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.caller.OutcomeSink;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketResolved;
import dev.sundog.event.TicketUpdated;
import dev.sundog.simulator.HaloSimulator;
import dev.sundog.simulator.SimulatorOptions;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import dev.sundog.simulator.control.Switch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The whole service against a real broker, a real registry and the simulator. */
class ConnectorIT {

    private static final ConnectorTopics TOPICS = ConnectorTopics.create("it-" + System.nanoTime() + "-");
    private static HaloSimulator halo;
    private static HaloSimulator slowHalo;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        halo = HaloSimulator.start(SimulatorOptions.defaults());
        slowHalo = HaloSimulator.start(SimulatorOptions.defaults());
        TOPICS.connection("acme-halo", halo.baseUri());
        TOPICS.connection("slow-halo", slowHalo.baseUri());
        service = TOPICS.start(ConnectorApplication.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        halo.close();
        slowHalo.close();
        TOPICS.close();
    }

    @BeforeEach
    void fresh() {
        halo.clearFaults();
        halo.clearJournal();
    }

    @AfterEach
    void calm() {
        halo.set(Switch.RETRY_AFTER, false);
        halo.set(Switch.RATE_WINDOW_SECONDS, 300);
        slowHalo.set(Switch.LATENCY_MILLIS, 0);
    }

    @Test
    void makesOneTicketCountsRepeatsAndClosesIt() {
        int before = halo.ticketCount();

        TOPICS.open("acme-halo", "life", "life-1");
        TicketCreated created = await("life-1", TicketCreated.class);
        TOPICS.open("acme-halo", "life", "life-1");
        TOPICS.open("acme-halo", "life", "life-2");
        TicketUpdated updated = await("life-2", TicketUpdated.class);
        TOPICS.resolved("acme-halo", "life", "life-3");
        TicketResolved resolved = await("life-3", TicketResolved.class);

        assertThat(halo.ticketCount()).isEqualTo(before + 1);
        assertThat(updated.getOccurrences()).isEqualTo(2);
        assertThat(updated.getTicketId()).isEqualTo(created.getTicketId());
        assertThat(resolved.getTicketId()).isEqualTo(created.getTicketId());
        assertThat(resolved.getClosed()).isTrue();
    }

    @Test
    void makesOneTicketWhenTheAnswerOfTheCreateIsLost() {
        int before = halo.ticketCount();
        halo.inject(Fault.of(FaultKind.DROP_AFTER, "POST /Tickets").times(1));

        TOPICS.open("acme-halo", "lost", "lost-1");
        await("lost-1", TicketCreated.class);

        assertThat(halo.ticketCount()).isEqualTo(before + 1);
    }

    @Test
    void makesTheTicketAgainWhenTheCreateNeverHappened() {
        int before = halo.ticketCount();
        halo.inject(Fault.of(FaultKind.DROP_BEFORE, "POST /Tickets").times(1));

        TOPICS.open("acme-halo", "never", "never-1");
        await("never-1", TicketCreated.class);

        assertThat(halo.ticketCount()).isEqualTo(before + 1);
    }

    @Test
    void waitsAsLongAsHaloAsksAndLosesNothing() {
        halo.set(Switch.RETRY_AFTER, true);
        halo.set(Switch.RATE_WINDOW_SECONDS, 3);
        halo.inject(Fault.of(FaultKind.RATE_LIMIT, "POST /Tickets").times(1));
        int before = halo.ticketCount();

        IntStream.range(0, 3).forEach(n -> TOPICS.open("acme-halo", "busy" + n, "busy-" + n));

        IntStream.range(0, 3).forEach(n -> await("busy-" + n, TicketCreated.class));
        assertThat(halo.ticketCount()).isEqualTo(before + 3);
    }

    @Test
    void doesNotLetASlowConnectionSlowAnother() {
        slowHalo.set(Switch.LATENCY_MILLIS, 1_500);
        IntStream.range(0, 5).forEach(n -> TOPICS.open("slow-halo", "slow" + n, "slow-" + n));
        await("slow-0", TicketCreated.class);
        Instant start = TOPICS.now();

        IntStream.range(0, 5).forEach(n -> TOPICS.open("acme-halo", "fast" + n, "fast-" + n));
        IntStream.range(0, 5).forEach(n -> await("fast-" + n, TicketCreated.class));

        assertThat(Duration.between(start, TOPICS.now())).isLessThan(Duration.ofMillis(4_500));
        assertThat(TOPICS.eventOf("slow-4", TicketCreated.class)).isEmpty();
        IntStream.range(1, 5).forEach(n -> await("slow-" + n, TicketCreated.class));
    }

    @Test
    void makesOneTicketWhenItDiesBetweenCallAndOutcome() {
        ConnectorTopics own = ConnectorTopics.create("crash-" + System.nanoTime() + "-");
        own.connection("acme-halo", halo.baseUri());
        int before = halo.ticketCount();
        try (ConfigurableApplicationContext _ = own.start(ConnectorApplication.class, Deaf.class)) {
            own.open("acme-halo", "crash", "crash-1");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> halo.ticketCount() == before + 1);
        }

        try (ConfigurableApplicationContext _ = own.start(ConnectorApplication.class)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> own.eventOf("crash-1", TicketCreated.class).isPresent());
        }

        assertThat(halo.ticketCount()).isEqualTo(before + 1);
        own.close();
    }

    @Test
    void tellsOperatorsHowItIs() throws Exception {
        TOPICS.open("acme-halo", "seen", "seen-1");
        await("seen-1", TicketCreated.class);
        String root = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");

        assertThat(get(root + "/actuator/health/liveness")).contains("UP");
        assertThat(get(root + "/actuator/prometheus"))
                .contains("sundog_halo_calls_total{")
                .contains("sundog_event_to_ticket_seconds_bucket{")
                .contains("sundog_lane_pending")
                .contains("sundog_lane_oldest_seconds")
                .contains("sundog_lanes{");
    }

    @Test
    void staysAliveWhileAHaloIsAway() throws Exception {
        TOPICS.connection("away-halo", URI.create("http://127.0.0.1:1"));
        String root = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");

        TOPICS.open("away-halo", "away", "away-1");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(root + "/actuator/prometheus").contains("outcome=\"NOT_SENT\""));
        assertThat(get(root + "/actuator/health/liveness"))
                .startsWith("{\"components\"")
                .contains("callerHealth", "deliveryStreamsHealth")
                .doesNotContain("DOWN");
    }

    private static String get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static <D> D await(String eventId, Class<D> detail) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> TOPICS.eventOf(eventId, detail), Optional::isPresent)
                .orElseThrow();
    }

    /** Makes calls and tells nobody how they ended, as a process that dies between the two. */
    static class Deaf {

        @Bean
        @Primary
        OutcomeSink deafOutcomes() {
            return _ -> {};
        }
    }
}
