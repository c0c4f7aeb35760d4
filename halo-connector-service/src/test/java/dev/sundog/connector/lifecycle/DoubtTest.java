package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A change of status whose end nobody knows may be executed late, over what was set after it. */
class DoubtTest {

    private static final CallEnd UNKNOWN = new CallEnd.Unknown("connection reset");
    private static final Duration QUARANTINE = Wishing.TIMES.quarantine();

    private final Story story =
            new Story().under(Rules.closing().evenIfTouched().reopeningWithin(Duration.ofHours(1)));

    @Test
    void opensTheTicketAgainThatItsOwnLostClosingClosed() {
        story.withTicket().resolves("e2").turn().ends(UNKNOWN).opens("e3").passes(QUARANTINE);

        story.turn();
        assertThat(story.lastOperation()).isInstanceOf(Operation.ReadTicket.class);
        story.shows(Shown.ticket(7, 9)).turn();

        assertThat(story.lastOperation())
                .isInstanceOfSatisfying(
                        Operation.ChangeStatus.class,
                        change -> assertThat(change.statusId()).isEqualTo(1));
    }

    @Test
    void closesTheTicketThatItsOwnLostReopeningOpened() {
        closed().opens("e3")
                .turn()
                .ends(UNKNOWN)
                .passes(Duration.ofSeconds(1))
                .resolves("e4")
                .passes(QUARANTINE);

        story.turn();
        assertThat(story.lastOperation()).isInstanceOf(Operation.ReadTicket.class);
        story.shows(Shown.ticket(7, 1)).turn();

        assertThat(story.lastOperation()).isInstanceOfSatisfying(Operation.ChangeStatus.class, change -> {
            assertThat(change.statusId()).isEqualTo(9);
            assertThat(change.noteHtml()).isNotNull();
        });
    }

    @Test
    void closesItAgainWithoutTheNoteThatItsClosingWroteAlready() {
        closed().opens("e3").turn().ends(UNKNOWN).passes(Duration.ofSeconds(5)).turn();
        story.shows(Shown.ticket(7, 1)).resolves("e4").turn().shows(Shown.ticket(7, 9));

        story.passes(QUARANTINE).turn().shows(Shown.ticket(7, 1)).turn();

        assertThat(story.lastOperation()).isInstanceOfSatisfying(Operation.ChangeStatus.class, change -> {
            assertThat(change.statusId()).isEqualTo(9);
            assertThat(change.noteHtml()).isNull();
        });
    }

    @Test
    void looksAgainAlthoughALaterChangeWasDone() {
        story.withTicket().resolves("e2").turn().ends(UNKNOWN);
        story.passes(Duration.ofSeconds(5)).turn().shows(Shown.ticket(7, 9));
        story.opens("e3").turn().shows(Shown.ticket(7, 1));
        int before = story.calls().size();

        story.passes(QUARANTINE).turn();

        assertThat(story.calls()).hasSize(before + 1);
        assertThat(story.lastOperation()).isInstanceOf(Operation.ReadTicket.class);
    }

    @Test
    void looksBeforeItMakesAnotherTicketInsteadOfOneThatItMayHaveOpened() {
        closed().opens("e3").turn().ends(UNKNOWN).passes(Duration.ofSeconds(5)).turn();

        story.ends(new CallEnd.Rejected("not this one")).passes(QUARANTINE).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.ReadTicket.class);
        story.shows(Shown.ticket(7, 1));
        assertThat(story.state().phase()).isInstanceOf(Phase.Open.class);
    }

    @Test
    void repeatsTheStatusThatHaloDidNotTakeWhenItOpensATicketAgain() {
        closed().opens("e3").turn().shows(Shown.ticket(7, 9)).turn();

        assertThat(story.lastOperation())
                .isInstanceOfSatisfying(
                        Operation.ChangeStatus.class,
                        change -> assertThat(change.noteHtml()).isNull());
    }

    @Test
    void asksNothingMoreOfATicketWhoseChangesAreAllKnown() {
        closed().passes(QUARANTINE.multipliedBy(2));
        int before = story.calls().size();

        story.turn();

        assertThat(story.calls()).hasSize(before);
    }

    private Story closed() {
        return story.withTicket().resolves("e2").turn().shows(Shown.ticket(7, 9));
    }
}
