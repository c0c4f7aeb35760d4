package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A matter that comes back opens its ticket again, or makes a child of it, or a new one. */
class ReturningTest {

    private static final Rules CHILD =
            Rules.closing().reopeningWithin(Duration.ofHours(1)).thenAChild();

    private final Story story = new Story();

    private Story over(Rules rules) {
        return story.under(rules).withTicket().resolves("e2").turn().shows(Shown.ticket(7, Shown.CLOSED));
    }

    @Test
    void makesAChildAfterTheWindow() {
        over(CHILD).passes(Duration.ofHours(2)).opens("e3").turn();

        assertThat(((Operation.CreateTicket) story.lastOperation()).fields().parentId())
                .isEqualTo(7);
    }

    @Test
    void opensTheSameTicketWithinTheWindowEvenIfTheLaneIsLate() {
        over(CHILD)
                .passes(Duration.ofMinutes(59))
                .opens("e3")
                .passes(Duration.ofHours(9))
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    @Test
    void makesATicketOfItsOwnWhenHaloDoesNotOpenTheOldOneAgain() {
        over(CHILD)
                .opens("e3")
                .turn()
                .ends(new CallEnd.Rejected("You cannot edit closed Tickets"))
                .turn();

        assertThat(((Operation.CreateTicket) story.lastOperation()).fields().parentId())
                .isNull();
        assertThat(story.news(TicketNews.Failed.class)).isEmpty();
    }

    @Test
    void writesANoteToATicketThatAPersonOpenedAgainMeanwhile() {
        over(CHILD).hinted(null).turn().shows(Shown.ticket(7, Shown.IN_PROGRESS));

        story.opens("e3").turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.AddNote.class);
    }

    @Test
    void makesAnotherWhenTheTicketToOpenAgainTurnsOutToBeDeleted() {
        over(CHILD)
                .hinted(null)
                .opens("e3")
                .turn()
                .ends(new CallEnd.NotFound(""))
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
        assertThat(story.news(TicketNews.Resolved.class)).hasSize(1);
    }

    @Test
    void makesAnotherWhenTheTicketToOpenAgainWasMerged() {
        over(CHILD).hinted(null).opens("e3").turn().shows(Shown.merged(7, 12)).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void makesAnotherWhenTheClosedTicketWasDeletedMeanwhile() {
        over(CHILD)
                .hinted(null)
                .turn()
                .ends(new CallEnd.NotFound(""))
                .opens("e3")
                .turn();

        assertThat(((Operation.CreateTicket) story.lastOperation()).fields().parentId())
                .isNull();
    }
}
