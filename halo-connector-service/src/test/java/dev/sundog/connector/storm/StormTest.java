package dev.sundog.connector.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.lane.StormTerms;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StormTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private final StormTerms terms = new StormTerms(3, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private Storm storm = Storm.calm("c/o/~storm", "t", "c", "o");
    private Instant now = START;

    @Test
    void beginsWithTheFirstNewMatterAboveTheThreshold() {
        arrive(3);
        assertThat(storm.rages(now)).isFalse();

        arrive(1);

        assertThat(storm.rages(now)).isTrue();
    }

    @Test
    void doesNotBeginWhileMattersComeSlowly() {
        for (int count = 0; count < 100; count++) {
            arrive(1);
            now = now.plusSeconds(21);
        }

        assertThat(storm.rages(now)).isFalse();
    }

    @Test
    void isCalmWhenItWasBelowTheThresholdForLongEnough() {
        arrive(4);
        now = START.plusSeconds(100);
        arrive(2);

        assertThat(storm.rages(START.plusSeconds(299))).isTrue();
        assertThat(storm.rages(START.plusSeconds(300))).isFalse();
    }

    @Test
    void neverBeginsWithoutAThreshold() {
        for (int count = 0; count < 100; count++) {
            storm = storm.arrived(new StormTerms(0, Duration.ofMinutes(1), Duration.ofMinutes(5)), now);
        }

        assertThat(storm.rages(now)).isFalse();
    }

    @Test
    void writesItsTicketLessAndLessOften() {
        storm = storm.fold().changed();
        assertThat(storm.isStale()).isTrue();
        assertThat(storm.nextUpdate()).isBefore(START);

        storm = storm.written(START);
        assertThat(storm.isStale()).isFalse();
        assertThat(storm.nextUpdate()).isEqualTo(START.plusSeconds(10));
        storm = storm.written(START).written(START);
        assertThat(storm.nextUpdate()).isEqualTo(START.plusSeconds(40));
        for (int count = 0; count < 100; count++) {
            storm = storm.written(START);
        }
        assertThat(storm.nextUpdate()).isEqualTo(START.plusSeconds(300));
    }

    @Test
    void startsAnewWithItsNextGeneration() {
        storm = storm.fold().changed().written(START).ended();

        assertThat(storm.hasTicket()).isFalse();
        assertThat(storm.generation()).isEqualTo(2);
        assertThat(storm.fold().isStale()).isFalse();
        assertThat(storm.fold().changed().isStale()).isTrue();
    }

    private void arrive(int count) {
        for (int number = 0; number < count; number++) {
            storm = storm.arrived(terms, now);
        }
    }
}
