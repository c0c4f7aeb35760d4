package dev.sundog.local.chaos.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sundog.local.chaos.isolation.Comparison.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void findsEqualRoundsWithinTheBudget() {
        var comparison =
                new Comparison(List.of(round(false, 100), round(true, 102), round(true, 98), round(false, 100)));

        assertThat(comparison.ratio()).isCloseTo(1.0, within(0.001));
        assertThat(comparison.verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void findsRoundsThatAreAlwaysSlowerBeyondTheBudget() {
        var comparison =
                new Comparison(List.of(round(false, 100), round(true, 130), round(true, 140), round(false, 110)));

        assertThat(comparison.verdict()).isEqualTo(Verdict.BEYOND);
        assertThat(comparison.ratios()).isSorted().allMatch(ratio -> ratio > 1.05);
    }

    @Test
    void saysThatItCannotTellWhenTheRoundsDifferByThemselves() {
        var comparison =
                new Comparison(List.of(round(false, 100), round(true, 140), round(true, 180), round(false, 180)));

        assertThat(comparison.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(comparison.noise()).isCloseTo(1.8, within(0.001));
    }

    @Test
    void takesTheWaitThatOneOfAHundredExceeds() {
        var round = new Round(
                false,
                LongStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList());

        assertThat(round.median()).isEqualTo(Duration.ofMillis(101));
        assertThat(round.p99()).isEqualTo(Duration.ofMillis(199));
    }

    @Test
    void refusesRoundsThatSayNothing() {
        assertThatThrownBy(() -> new Round(true, List.of())).hasMessageContaining("says nothing");
        assertThatThrownBy(() -> new Comparison(List.of(round(true, 1)))).hasMessageContaining("with and without");
    }

    @Test
    void ordersRoundsSoThatADriftFallsOnBothAlike() {
        assertThat(Rounds.atLeast(5)).containsExactly(false, true, true, false, false, true, true, false);
        assertThat(Rounds.atLeast(0)).containsExactly(false, true, true, false);
    }

    private static Round round(boolean sick, long p99) {
        return new Round(sick, List.of(Duration.ofMillis(p99)));
    }
}
