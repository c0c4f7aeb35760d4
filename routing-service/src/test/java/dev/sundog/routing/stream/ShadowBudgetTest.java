package dev.sundog.routing.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShadowBudgetTest {

    private static final Instant START = Instant.parse("2026-11-21T21:00:00Z");

    private final ShadowBudget budget = new ShadowBudget();

    @Test
    void closesWhenMoreWasTakenThanThereWas() {
        assertThat(budget.open(START)).isTrue();
        budget.spend(Duration.ofMillis(300));

        assertThat(budget.open(START)).isFalse();
    }

    @Test
    void opensAgainWhenATenthOfTheTimeHasPaidForIt() {
        budget.open(START);
        budget.spend(Duration.ofMillis(300));

        assertThat(budget.open(START.plusMillis(990))).isFalse();
        assertThat(budget.open(START.plusMillis(1_020))).isTrue();
    }

    @Test
    void savesNoMoreThanTwoHundredMilliseconds() {
        budget.open(START);
        budget.open(START.plusSeconds(3_600));
        budget.spend(Duration.ofMillis(201));

        assertThat(budget.open(START.plusSeconds(3_600))).isFalse();
    }

    @Test
    void takesNothingForAClockThatWentBack() {
        budget.open(START);
        budget.spend(Duration.ofMillis(-500));

        assertThat(budget.open(START.minusSeconds(10))).isTrue();
    }
}
