package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A ticket is closed only if no person worked on it; otherwise it gets a note and is left to its agent. */
class ClosingTest {

    private static final Duration LATER = Duration.ofMinutes(10);

    private final Story story = new Story();

    @Test
    void readsTheTicketBeforeItClosesIt() {
        story.withTicket().passes(LATER).resolves("e2").turn();
        assertThat(story.lastOperation()).isEqualTo(new Operation.ReadTicket(7));

        story.shows(Shown.ticket(7)).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    @Test
    void closesWhatItMadeAMomentAgoWithoutReadingIt() {
        story.withTicket().passes(Duration.ofSeconds(29)).resolves("e2").turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    @Test
    void readsAgainWhenTheLookIsOldByTheTimeOfTheTurn() {
        story.withTicket().passes(LATER).resolves("e2").turn().shows(Shown.ticket(7));

        story.passes(Duration.ofSeconds(31)).turn();

        assertThat(story.lastOperation()).isEqualTo(new Operation.ReadTicket(7));
    }

    @Test
    void writesANoteWhenSomebodyActedOnTheTicket() {
        story.withTicket().passes(LATER).resolves("e2").turn();

        story.shows(Shown.ticket(7).touched(true)).turn().shows(Shown.ticket(7));

        assertThat(note(story.lastOperation())).contains("A person worked on this ticket");
        assertThat(story.news(TicketNews.Resolved.class))
                .containsExactly(new TicketNews.Resolved(new TicketRef(7, Shown.url(7)), false));
    }

    @Test
    void writesANoteWhenSomebodyElseSetTheStatus() {
        story.withTicket().passes(LATER).resolves("e2").turn();

        story.shows(Shown.ticket(7, Shown.IN_PROGRESS)).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.AddNote.class);
    }

    @Test
    void writesANoteWhenTheTicketWasAssigned() {
        story.withTicket().passes(LATER).resolves("e2").turn();

        story.shows(Shown.assigned(7, 44)).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.AddNote.class);
    }

    @Test
    void doesNotTakeItsOwnStatusForAPersons() {
        story.under(Rules.closing().reopeningWithin(Duration.ofHours(1)))
                .withTicket()
                .resolves("e2")
                .turn()
                .shows(Shown.ticket(7, Shown.CLOSED))
                .opens("e3")
                .turn()
                .shows(Shown.ticket(7));

        story.passes(LATER).resolves("e4").turn().shows(Shown.ticket(7)).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    @Test
    void closesATouchedTicketWithoutReadingItWhereTheRulesSaySo() {
        story.under(Rules.closing().evenIfTouched())
                .withTicket()
                .passes(LATER)
                .resolves("e2")
                .turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.lastOperation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    @Test
    void leavesATicketOpenThatIsTooOld() {
        story.under(Rules.closing().notOlderThan(Duration.ofDays(1)))
                .withTicket()
                .passes(Duration.ofDays(2))
                .resolves("e2")
                .turn();

        assertThat(note(story.lastOperation())).contains("too old");
    }

    @Test
    void leavesATicketOpenThatItMayNotRead() {
        story.withTicket()
                .passes(LATER)
                .resolves("e2")
                .turn()
                .ends(new CallEnd.Rejected("no"))
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.AddNote.class);
    }

    @Test
    void readsAgainWhenTheReadingWasLost() {
        story.withTicket()
                .passes(LATER)
                .resolves("e2")
                .turn()
                .ends(new CallEnd.Unknown("reset"))
                .turn();
        assertThat(story.calls()).hasSize(2);

        story.passes(Duration.ofSeconds(5)).turn();

        assertThat(story.calls()).hasSize(3);
        assertThat(story.lastOperation()).isEqualTo(new Operation.ReadTicket(7));
    }

    @Test
    void goesOnWhenTheMatterComesBackWhileTheTicketIsRead() {
        story.withTicket()
                .passes(LATER)
                .resolves("e2")
                .turn()
                .opens("e3")
                .shows(Shown.ticket(7))
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.AddNote.class);
        assertThat(story.news(TicketNews.Resolved.class)).isEmpty();
        assertThat(story.answered()).containsExactly("e3", "e2");
    }

    @Test
    void sendsNothingWhenAPersonClosedItAlready() {
        story.withTicket().passes(LATER).resolves("e2").turn();

        story.shows(Shown.ticket(7, Shown.CLOSED)).turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.news(TicketNews.Resolved.class))
                .extracting(TicketNews.Resolved::closed)
                .containsExactly(false);
    }

    @Test
    void knowsItsOwnClosingThatNobodyAnswered() {
        story.withTicket()
                .resolves("e2")
                .turn()
                .ends(new CallEnd.Unknown("reset"))
                .hinted(null)
                .passes(Duration.ofSeconds(5))
                .turn();
        assertThat(story.lastOperation()).isEqualTo(new Operation.ReadTicket(7));

        story.shows(Shown.ticket(7, Shown.CLOSED)).turn();

        assertThat(story.calls()).hasSize(3);
        assertThat(story.news(TicketNews.StatusChanged.class)).isEmpty();
        assertThat(story.news(TicketNews.Resolved.class))
                .extracting(TicketNews.Resolved::closed)
                .containsExactly(true);
    }

    private static String note(Operation operation) {
        return ((Operation.AddNote) operation).noteHtml();
    }
}
