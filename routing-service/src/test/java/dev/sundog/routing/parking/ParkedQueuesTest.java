package dev.sundog.routing.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.FailureReason;
import org.junit.jupiter.api.Test;

class ParkedQueuesTest {

    private static final Mark HOLDS = new Mark(true, FailureReason.UNMAPPED_ORGANIZATION, Long.MAX_VALUE, 1, 11, 0);
    private static final Mark ALONE = new Mark(false, FailureReason.RULE_ERROR, 5_000, 2, 12, 13);

    private final ParkedQueues queues = new ParkedQueues();

    @Test
    void numbersPlacesInTheirOrderAndGoesOnAfterARestore() {
        queues.restore(new Place("contoso", 7), HOLDS);

        assertThat(queues.enter("contoso", HOLDS).sequence()).isEqualTo(8);
        assertThat(queues.enter("other", HOLDS).sequence()).isZero();
    }

    @Test
    void blocksOnlyForCausesThatHoldTheWholeOrganization() {
        queues.enter("alone", ALONE);
        var place = queues.enter("held", HOLDS);

        assertThat(queues.blocked("alone")).isEmpty();
        assertThat(queues.blocked("held")).hasValue(FailureReason.UNMAPPED_ORGANIZATION);
        queues.leave(place, HOLDS);
        assertThat(queues.blocked("held")).isEmpty();
    }

    @Test
    void isDueWhenTheConfigurationChangedOrATimeCame() {
        queues.enter("contoso", ALONE);
        queues.look("contoso", 1, 0);
        queues.keepsUntil("contoso", ALONE.until());
        queues.lookEnded("contoso");

        assertThat(queues.due(_ -> 1, 4_999)).isEmpty();
        assertThat(queues.due(_ -> 1, 5_000)).containsExactly("contoso");
        assertThat(queues.due(_ -> 2, 0)).containsExactly("contoso");
    }

    @Test
    void goesOnWhereALookWasCutShortUnlessTheConfigurationChanged() {
        queues.enter("contoso", HOLDS);
        queues.enter("contoso", HOLDS);
        queues.look("contoso", 1, 0);
        queues.lookedUpTo(new Place("contoso", 0));

        assertThat(queues.due(_ -> 1, 0)).containsExactly("contoso");
        assertThat(queues.look("contoso", 1, 0)).hasValue(new ParkedQueues.Stretch(1, 2));
        assertThat(queues.look("contoso", 2, 0)).hasValue(new ParkedQueues.Stretch(0, 2));
    }

    @Test
    void knowsWhichMattersWaitForThemselves() {
        var place = queues.enter("contoso", ALONE);
        queues.enter("contoso", HOLDS);

        assertThat(queues.waiting("contoso", 2)).containsExactly(place);
        assertThat(queues.waiting("contoso", 1)).isEmpty();
        queues.leave(place, ALONE);
        assertThat(queues.waiting("contoso", 2)).isEmpty();
    }

    @Test
    void letsEachOrganizationHaveItsTurn() {
        queues.enter("a", HOLDS);
        queues.enter("b", HOLDS);

        queues.look("a", 1, 0);

        assertThat(queues.due(_ -> 2, 0)).containsExactly("b", "a");
    }

    @Test
    void writesMarkAndPlaceSoThatTheyCanBeReadAgain() {
        var place = new Place("contoso / Zürich", 1L << 40);

        assertThat(Place.of(place.key())).isEqualTo(place);
        assertThat(Mark.of(ALONE.before(new byte[] {1}))).isEqualTo(ALONE);
        assertThat(ALONE.before(new byte[] {1})).hasSize(Mark.SIZE + 1);
    }
}
