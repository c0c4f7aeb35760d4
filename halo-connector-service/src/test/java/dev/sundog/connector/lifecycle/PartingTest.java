package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What follows when a person closes, deletes or merges the ticket of a matter that lasts. */
class PartingTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Story story = new Story();

    /** A person does something to ticket 7, and we hear of it. */
    private Story person(Rules rules, FoundTicket shown) {
        return story.under(rules).withTicket().passes(DAY).hinted(null).turn().shows(shown);
    }

    private Story closed(PartingRules.Closed rule) {
        return person(Rules.closing().reopeningWithin(Duration.ofHours(1)).on(rule), Shown.ticket(7, Shown.CLOSED));
    }

    @Test
    void countsRepeatsOnATicketThatAPersonClosed() {
        closed(PartingRules.Closed.RESPECT).opens("e2").opens("e3").turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.news().getLast().detail())
                .isEqualTo(new TicketNews.Updated(new TicketRef(7, Shown.url(7)), 3));
    }

    @Test
    void makesAnotherAfterAMatterThatAPersonClosedWasOverOnce() {
        closed(PartingRules.Closed.RESPECT)
                .passes(DAY)
                .resolves("e2")
                .turn()
                .passes(DAY)
                .opens("e3")
                .turn();

        assertThat(story.news(TicketNews.Resolved.class))
                .extracting(TicketNews.Resolved::closed)
                .containsExactly(false);
        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void knowsThatTheMatterWasOverOnceEvenIfItWasReadMeanwhile() {
        closed(PartingRules.Closed.RESPECT)
                .passes(DAY)
                .hinted(null)
                .turn()
                .resolves("e2")
                .opens("e3")
                .shows(Shown.ticket(7, Shown.CLOSED))
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void opensWhatAPersonClosedWhenTheMatterIsRepeatedWithinTheWindow() {
        closed(PartingRules.Closed.REOPEN).turn();
        assertThat(story.calls()).hasSize(2);

        story.passes(Duration.ofMinutes(59)).opens("e2").passes(DAY).turn();

        assertThat(story.lastOperation())
                .isEqualTo(new Operation.ChangeStatus(7, Wishing.fields().place(), 1, "<p>note</p>"));
    }

    @Test
    void makesAnotherWhenTheMatterIsRepeatedAfterTheWindow() {
        closed(PartingRules.Closed.REOPEN).passes(DAY).opens("e2").turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void makesAnotherAtOnceWhereTheRulesSaySo() {
        closed(PartingRules.Closed.NEW).turn();
        assertThat(story.calls()).hasSize(2);

        story.opens("e2").turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void respectsAStatusThatSaysWontFixUntilTheMatterWasOverOnce() {
        person(Rules.closing().on(PartingRules.Closed.NEW), Shown.ticket(7, Shown.WONT_FIX))
                .opens("e2")
                .turn();
        assertThat(story.calls()).hasSize(2);

        story.passes(DAY).resolves("e3").passes(DAY).opens("e4").turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void neverOpensAgainWhatAPersonWillNotFix() {
        person(Rules.closing().reopeningWithin(Duration.ofDays(9)), Shown.ticket(7, Shown.WONT_FIX))
                .passes(DAY)
                .resolves("e2")
                .opens("e3")
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void goesOnWithATicketThatAPersonOpensAgain() {
        closed(PartingRules.Closed.RESPECT).passes(DAY).hinted(null).turn().shows(Shown.ticket(7, Shown.IN_PROGRESS));

        story.opens("e2").turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.AddNote.class);
    }

    @Test
    void saysOnceThatATicketWasDeletedAndMakesNoOther() {
        story.withTicket().opens("e2").turn().ends(new CallEnd.NotFound("Record not found"));
        story.opens("e3").turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.news(TicketNews.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.HALO_REJECTED);
            assertThat(failed.detail()).contains("Ticket 7");
            assertThat(failed.retryable()).isFalse();
        });
    }

    @Test
    void makesAnotherForADeletedTicketOnceTheMatterWasOver() {
        person(Rules.closing(), Shown.ticket(7).inTheBin())
                .passes(DAY)
                .resolves("e2")
                .opens("e3")
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void makesAnotherForTheRepeatThatFindsItsTicketDeleted() {
        story.under(Rules.closing().on(PartingRules.Deleted.RECREATE))
                .withTicket()
                .opens("e2")
                .turn();

        story.ends(new CallEnd.NotFound("Record not found")).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
        assertThat(story.lastCall().reference())
                .isNotEqualTo(story.calls().getFirst().reference());
    }

    @Test
    void waitsForARepeatWhenADeletionIsOnlyNoticed() {
        person(
                        Rules.closing().on(PartingRules.Deleted.RECREATE),
                        Shown.ticket(7).inTheBin())
                .turn();
        assertThat(story.calls()).hasSize(2);

        story.opens("e2").turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void endsWithoutACallWhenTheTicketIsGoneAndTheMatterIsOver() {
        story.withTicket()
                .passes(DAY)
                .resolves("e2")
                .turn()
                .ends(new CallEnd.NotFound(""))
                .turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.news(TicketNews.Resolved.class)).hasSize(1);
        assertThat(story.state().phase()).isEqualTo(new Phase.Idle());
    }

    @Test
    void followsAMergedTicketButNeverClosesIt() {
        person(Rules.closing(), Shown.merged(7, 12)).turn();
        assertThat(story.lastOperation()).isEqualTo(new Operation.ReadTicket(12));

        story.shows(Shown.ticket(12)).opens("e2").turn().shows(Shown.ticket(12));
        story.passes(DAY).resolves("e3").turn();

        assertThat(story.lastOperation()).isEqualTo(new Operation.AddNote(12, "<p>note</p>"));
        assertThat(story.news(TicketNews.Updated.class))
                .extracting(TicketNews.Updated::ticket)
                .last()
                .isEqualTo(new TicketRef(12, Shown.url(12)));
    }

    @Test
    void makesAnotherForARepeatAfterAMergeWhereTheRulesSaySo() {
        person(Rules.closing().on(PartingRules.Merged.RECREATE), Shown.merged(7, 12))
                .opens("e2")
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void countsRepeatsOnlyAfterAMergeWhereTheRulesSaySo() {
        person(Rules.closing().on(PartingRules.Merged.STOP), Shown.merged(7, 12))
                .opens("e2")
                .turn();

        assertThat(story.calls()).hasSize(2);
    }
}
