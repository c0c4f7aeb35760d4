package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.Scopes;
import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.Reply;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import dev.sundog.simulator.control.JournalEntry;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults scripted from Java; what each does is in the contract. */
class FaultTest {

    private static final String CREATE = "POST /Tickets";

    private final HaloSimulator simulator = SimulatorUnderTest.simulator();
    private HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh());

    @BeforeEach
    void signIn() {
        halo = new HaloCaller(SimulatorUnderTest.fresh()).signIn("all");
        simulator.clearJournal();
    }

    @Test
    void cutsTheConnectionAfterTheTicketWasMade() {
        simulator.inject(Fault.of(FaultKind.DROP_AFTER, CREATE).times(1));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> halo.create("cut", ""));

        assertThat(simulator.ticketCount()).isOne();
        JournalEntry entry = simulator.journal().getLast();
        assertThat(entry.status()).isEqualTo(201);
        assertThat(entry.answered()).isZero();
        assertThat(entry.faults()).containsExactly("drop-after");
        assertThat(entry.tickets()).hasSize(1);
        assertThat(entry.application()).isEqualTo("sundog-local");
    }

    @Test
    void executesLaterWhatWasAnsweredAtOnce() {
        simulator.inject(Fault.of(FaultKind.LATE, CREATE)
                .lasting(Duration.ofMillis(300))
                .answering(504)
                .times(1));

        assertThat(halo.create("late", "").status()).isEqualTo(504);

        assertThat(simulator.ticketCount()).isZero();
        await().until(() -> simulator.ticketCount() == 1);
        await().until(() -> simulator.journal().getLast().answered() == 504);
    }

    @Test
    void strikesOneApplicationAndSparesTheOthers() {
        simulator.register(new Application("other", "other-secret", Scopes.of("all"), 2));
        simulator.inject(Fault.of(FaultKind.STATUS_BEFORE, "*").against("other"));
        HaloUnderTest mine = halo.halo();
        HaloCaller other =
                new HaloCaller(new HaloUnderTest(mine.api(), mine.auth(), "other", "other-secret", 12, 18, 21, 7));

        Reply token = other.token("", other.credentials("all"));
        simulator.clearFaults();
        other.signIn("all");
        simulator.inject(Fault.of(FaultKind.STATUS_BEFORE, "GET /Status").against("other"));

        assertThat(token.status()).isEqualTo(500);
        assertThat(other.get("/Status").status()).isEqualTo(500);
        assertThat(halo.get("/Status").status()).isEqualTo(200);
    }

    @Test
    void strikesByChanceWithASeed() {
        simulator.inject(Fault.of(FaultKind.STATUS_BEFORE, "GET /Status").withChance(0.5, 7));

        long struck = 0;
        for (int i = 0; i < 100; i++) {
            struck += halo.get("/Status").status() == 500 ? 1 : 0;
        }

        assertThat(struck).isBetween(30L, 70L);
    }

    @Test
    void losesAFieldByName() {
        simulator.inject(Fault.dropping("summary", CREATE).times(1));

        assertThat(halo.create("gone", "").status()).isEqualTo(400);
        assertThat(halo.create("stays", "").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(value = FaultKind.class, mode = EnumSource.Mode.EXCLUDE, names = "FIELD_DROPPED")
    void armsEachKindWithItsDefaults(FaultKind kind) {
        simulator.inject(Fault.of(kind, "GET /nothing"));

        assertThat(halo.get("/Status").status()).isEqualTo(200);
    }

    @Test
    void refusesAFieldToDropWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.of(FaultKind.FIELD_DROPPED, "*"))
                .withMessageContaining("value must name the field");
    }
}
