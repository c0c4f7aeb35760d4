package dev.sundog.connector.lane;

import static dev.sundog.connector.lane.Examples.START;
import static dev.sundog.connector.lane.Examples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void keepsItsReservedShareForWhatIsUrgent() {
        Budget budget = Budget.unspent().spend(8, terms(10), START);

        assertThat(budget.allows(1, Urgency.NEW, terms(10), START)).isFalse();
        assertThat(budget.allows(1, Urgency.NOTE, terms(10), START)).isFalse();
        assertThat(budget.allows(2, Urgency.URGENT, terms(10), START)).isTrue();
        assertThat(budget.allows(3, Urgency.URGENT, terms(10), START)).isFalse();
    }

    @Test
    void hasRoomAgainWhenItsFirstCallsHaveLeftTheWindow() {
        Budget budget = Budget.unspent().spend(10, terms(10), START);

        assertThat(budget.nextRelease(terms(10), START)).isEqualTo(START.plusSeconds(61));
        assertThat(budget.left(Urgency.URGENT, terms(10), START.plusSeconds(60)))
                .isZero();
        assertThat(budget.left(Urgency.URGENT, terms(10), START.plusSeconds(61)))
                .isEqualTo(10);
    }

    @Test
    void givesBackWhatALookUpDidNotNeed() {
        Budget budget = Budget.unspent().spend(3, terms(10), START).refund(2);

        assertThat(budget.spent(terms(10), START)).isEqualTo(1);
    }

    @Test
    void learnsDownByAFactorAndUpByASmallStepForEachQuietWindow() {
        Budget budget = Budget.unspent().limited(terms(240), START);

        assertThat(budget.limit(terms(240), START)).isEqualTo(168);
        assertThat(budget.limit(terms(240), START.plusSeconds(59))).isEqualTo(168);
        assertThat(budget.limit(terms(240), START.plusSeconds(60))).isEqualTo(180);
        assertThat(budget.limit(terms(240), START.plusSeconds(360))).isEqualTo(240);
        assertThat(budget.limit(terms(240), START.plus(Duration.ofDays(400)))).isEqualTo(240);
    }

    @Test
    void neverLearnsBelowATenthOfWhatIsConfigured() {
        Budget budget = Budget.unspent();
        for (int count = 0; count < 20; count++) {
            budget = budget.limited(terms(240), START);
        }

        assertThat(budget.limit(terms(240), START)).isEqualTo(24);
    }

    @Test
    void letsACallThatCostsMoreThanAWindowGoWhenTheWindowIsEmpty() {
        Budget budget = Budget.unspent();

        assertThat(budget.allows(3, Urgency.URGENT, terms(2), START)).isTrue();
        assertThat(budget.spend(1, terms(2), START).allows(3, Urgency.URGENT, terms(2), START))
                .isFalse();
    }
}
