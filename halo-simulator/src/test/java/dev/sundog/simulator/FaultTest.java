package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.Reply;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import dev.sundog.simulator.control.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults on demand (rows 52 to 55): what was executed, and what the caller sees. */
class FaultTest {

    private static final String CREATE = "POST /Tickets";

    private final HaloSimulator simulator = SimulatorUnderTest.simulator();
    private HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh());

    @BeforeEach
    void signIn() {
        halo = new HaloCaller(SimulatorUnderTest.fresh()).signIn("all");
        simulator.clearJournal();
    }

    /** Row 55. */
    @Test
    void cutsTheConnectionAfterTheTicketWasMade() {
        simulator.inject(Fault.of(FaultKind.DROP_AFTER, CREATE).times(1));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> halo.create("cut", ""))
                .withCauseInstanceOf(IOException.class);

        assertThat(simulator.ticketCount()).isOne();
        JournalEntry entry = simulator.journal().getLast();
        assertThat(entry.status()).isEqualTo(201);
        assertThat(entry.answered()).isZero();
        assertThat(entry.faults()).containsExactly("drop-after");
        assertThat(entry.tickets()).hasSize(1);
    }

    @Test
    void cutsTheConnectionBeforeAnythingHappens() {
        simulator.inject(Fault.of(FaultKind.DROP_BEFORE, CREATE).times(1));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> halo.create("cut", ""));

        assertThat(simulator.ticketCount()).isZero();
        assertThat(simulator.journal().getLast().status()).isZero();
    }

    /** Row 54, L. */
    @Test
    void answers504AfterTheTicketWasMade() {
        simulator.inject(Fault.of(FaultKind.STATUS_AFTER, CREATE).times(1));

        Reply reply = halo.create("late answer", "");

        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.header("content-type")).startsWith("text/html");
        assertThat(simulator.ticketCount()).isOne();
    }

    @Test
    void answersAnErrorBeforeAnythingHappens() {
        simulator.inject(
                Fault.of(FaultKind.STATUS_BEFORE, CREATE).answering(500).times(1));

        assertThat(halo.create("error", "").status()).isEqualTo(500);
        assertThat(halo.create("fine", "").status()).isEqualTo(201);

        assertThat(simulator.ticketCount()).isOne();
    }

    /** Row 54, G. */
    @Test
    void answersAPageOfHtmlDuringMaintenance() {
        simulator.inject(Fault.of(FaultKind.HTML_502, "*"));

        Reply reply = halo.get("/Tickets");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.body()).startsWith("<html>");
    }

    @Test
    void executesLongAfterTheConnectionWasCut() {
        simulator.inject(
                Fault.of(FaultKind.LATE, CREATE).lasting(Duration.ofMillis(300)).times(1));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> halo.create("late", ""));

        assertThat(simulator.ticketCount()).isZero();
        await().atMost(Duration.ofSeconds(10)).until(() -> simulator.ticketCount() == 1);
    }

    @Test
    void answersAtOnceAndExecutesLater() {
        simulator.inject(Fault.of(FaultKind.LATE, CREATE)
                .lasting(Duration.ofMillis(300))
                .answering(504)
                .times(1));

        assertThat(halo.create("late", "").status()).isEqualTo(504);

        assertThat(simulator.ticketCount()).isZero();
        await().atMost(Duration.ofSeconds(10)).until(() -> simulator.ticketCount() == 1);
    }

    @Test
    void takesItsTime() {
        simulator.inject(Fault.of(FaultKind.DELAY, "GET /Tickets/{id}").lasting(Duration.ofMillis(300)));
        int id = halo.create("slow", "").id();
        long start = System.nanoTime();

        halo.get("/Tickets/" + id);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
    }

    /** Row 52, in Halo's words. */
    @Test
    void answers429OnDemand() {
        simulator.inject(Fault.of(FaultKind.RATE_LIMIT, CREATE).times(1));

        Reply reply = halo.create("limited", "");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.body())
                .isEqualTo("{\"error\":\"Rate Limit Reached - 700 Requests per rolling 5 minute window\"}");
        assertThat(reply.header("retry-after")).isEmpty();
        assertThat(simulator.ticketCount()).isZero();
    }

    @Test
    void strikesTheSameRequestsForTheSameSeed() {
        List<Integer> first = statusesOf(20, 42);
        List<Integer> second = statusesOf(20, 42);

        assertThat(first).contains(500, 200).isEqualTo(second);
    }

    @Test
    void strikesTheTokenToo() {
        simulator.inject(Fault.of(FaultKind.STATUS_BEFORE, "POST /auth/token")
                .answering(503)
                .times(1));

        assertThat(halo.token("", halo.credentials("all")).status()).isEqualTo(503);
        assertThat(halo.token("", halo.credentials("all")).status()).isEqualTo(200);
    }

    private List<Integer> statusesOf(int requests, long seed) {
        simulator.clearFaults();
        simulator.inject(
                Fault.of(FaultKind.STATUS_BEFORE, "GET /Status").answering(500).withChance(0.5, seed));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(halo.get("/Status").status());
        }
        return statuses;
    }
}
