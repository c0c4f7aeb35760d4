package dev.sundog.connector.lifecycle;

import static dev.sundog.connector.lifecycle.Wishing.CALM;
import static dev.sundog.connector.lifecycle.Wishing.NOTES;
import static dev.sundog.connector.lifecycle.Wishing.REOPENS;
import static dev.sundog.connector.lifecycle.Wishing.done;
import static dev.sundog.connector.lifecycle.Wishing.open;
import static dev.sundog.connector.lifecycle.Wishing.resolved;
import static dev.sundog.connector.lifecycle.Wishing.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Operation;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketLifecycleTest {

    private final Story story = new Story();

    @Test
    void createsATicketForTheFirstEvent() {
        story.wish(open("e1")).turn().ends(done(7));

        assertThat(story.calls()).singleElement().satisfies(call -> {
            assertThat(call.operation()).isEqualTo(new Operation.CreateTicket(Wishing.fields()));
            assertThat(call.reference()).matches("sd-[a-z2-7]{20}");
            assertThat(call.attempt()).isEqualTo(1);
        });
        assertThat(story.news(TicketNews.Created.class))
                .containsExactly(new TicketNews.Created(new TicketRef(7, "https://halo/ticket?id=7"), "Disk full"));
        assertThat(story.answered()).containsExactly("e1");
    }

    @Test
    void countsAnEventThatIsSentTwiceOnce() {
        story.created(7).wish(open("first")).turn();

        assertThat(story.state().occurrences()).isEqualTo(1);
        assertThat(story.calls()).hasSize(1);
        assertThat(story.news()).hasSize(1);
    }

    @Test
    void answersEachRepeatAndTellsHaloOfTheFirstOnly() {
        story.created(7).wish(open("e2")).turn().ends(done(7)).wish(open("e3")).turn();

        assertThat(story.news(TicketNews.Updated.class))
                .extracting(TicketNews.Updated::occurrences)
                .containsExactly(2L, 3L);
        assertThat(story.calls()).hasSize(2);
        assertThat(((Operation.AddNote) story.lastCall().operation()).noteHtml())
                .contains("Reported 2 times");
    }

    @Test
    void tellsHaloOfTheTenthRepeatAgain() {
        story.created(7).wish(open("e1")).turn().ends(done(7));

        IntStream.range(2, 12).forEach(n -> story.wish(open("e" + n)).turn());

        assertThat(story.calls()).hasSize(3);
        assertThat(((Operation.AddNote) story.lastCall().operation()).noteHtml())
                .contains("Reported 11 times");
    }

    @Test
    void foldsRepeatsThatMeetBeforeTheCreateIntoIt() {
        IntStream.range(0, 45).forEach(n -> story.wish(open("e" + n)));

        story.turn().ends(done(7));

        assertThat(story.calls()).hasSize(1);
        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
        assertThat(story.news(TicketNews.Updated.class)).hasSize(2);
        assertThat(story.news().stream().mapToInt(news -> news.causedBy().size()))
                .containsExactly(20, 20, 5);
    }

    @Test
    void closesTheTicketWhenTheMatterIsOver() {
        story.created(7).wish(resolved("e2")).turn();

        assertThat(story.lastCall().operation())
                .isEqualTo(new Operation.ChangeStatus(7, Wishing.fields().place(), 9, "<p>note</p>"));

        story.ends(done(7));

        assertThat(story.news().getLast().detail())
                .isEqualTo(new TicketNews.Resolved(new TicketRef(7, "https://halo/ticket?id=7"), true));
        assertThat(story.answered()).containsExactly("e2");
    }

    @Test
    void writesANoteInsteadOfClosingWhereTheRulesSaySo() {
        story.created(7).wish(wish("e2", "disk", Goal.RESOLVED, NOTES)).turn().ends(done(7));

        assertThat(story.lastCall().operation()).isEqualTo(new Operation.AddNote(7, "<p>note</p>"));
        assertThat(story.news(TicketNews.Resolved.class))
                .extracting(TicketNews.Resolved::closed)
                .containsExactly(false);
    }

    @Test
    void closesOnlyWhenTheLastOfSeveralMattersIsOver() {
        story.created(7)
                .wish(wish("e2", "memory", Goal.OPEN, Wishing.CLOSES))
                .wish(resolved("e3"))
                .turn()
                .ends(done(7));

        assertThat(story.lastCall().operation()).isInstanceOf(Operation.AddNote.class);
        assertThat(story.news(TicketNews.Resolved.class)).isEmpty();

        story.wish(wish("e4", "memory", Goal.RESOLVED, Wishing.CLOSES)).turn();

        assertThat(story.lastCall().operation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    @Test
    void waitsOutTheQuietPeriodBeforeItCloses() {
        story.created(7).wish(wish("e2", "disk", Goal.RESOLVED, CALM)).turn();
        assertThat(story.calls()).hasSize(1);

        story.passes(Duration.ofMinutes(5)).turn().ends(done(7)).turn();
        assertThat(story.lastCall().operation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    @Test
    void sendsNothingWhenTheMatterIsOverBeforeTheCreateWasSent() {
        story.wish(open("e1")).wish(resolved("e2")).turn();

        assertThat(story.calls()).isEmpty();
        assertThat(story.news().getLast().detail()).isEqualTo(new TicketNews.Resolved(null, false));
        assertThat(story.answered()).containsExactly("e2", "e1");
    }

    @Test
    void answersAResolutionOfAMatterThatItNeverHeardOf() {
        story.wish(resolved("e1")).turn();

        assertThat(story.calls()).isEmpty();
        assertThat(story.news().getLast().detail()).isEqualTo(new TicketNews.Resolved(null, false));
    }

    @Test
    void closesATicketWhoseMatterEndedWhileTheCreateWasInFlight() {
        story.wish(open("e1")).turn().wish(resolved("e2")).ends(done(7)).turn();

        assertThat(story.lastCall().operation()).isInstanceOf(Operation.ChangeStatus.class);
        assertThat(story.answered()).containsExactly("e1");
    }

    @Test
    void makesAnotherTicketForARepeatAfterClosing() {
        story.created(7).wish(resolved("e2")).turn().ends(done(7));

        story.wish(open("e3")).turn().ends(done(8));

        assertThat(story.lastCall().operation()).isInstanceOf(Operation.CreateTicket.class);
        assertThat(story.lastCall().reference())
                .isNotEqualTo(story.calls().getFirst().reference());
        assertThat(story.news(TicketNews.Created.class)).hasSize(2);
        assertThat(story.state().occurrences()).isEqualTo(1);
    }

    @Test
    void opensTheSameTicketAgainWithinTheWindow() {
        story.wish(wish("e1", "disk", Goal.OPEN, REOPENS))
                .turn()
                .ends(done(7))
                .wish(wish("e2", "disk", Goal.RESOLVED, REOPENS))
                .turn()
                .ends(done(7));

        story.wish(wish("e3", "disk", Goal.OPEN, REOPENS)).turn();

        assertThat(story.lastCall().operation())
                .isEqualTo(new Operation.ChangeStatus(7, Wishing.fields().place(), 1, "<p>note</p>"));
        story.ends(done(7));
        assertThat(story.news(TicketNews.Reopened.class)).hasSize(1);
        assertThat(story.answered()).containsExactly("e3");
    }

    @Test
    void opensAgainWhatCameBackWhileItWasBeingClosed() {
        story.wish(wish("e1", "disk", Goal.OPEN, REOPENS))
                .turn()
                .ends(done(7))
                .wish(wish("e2", "disk", Goal.RESOLVED, REOPENS))
                .turn();

        story.wish(wish("e3", "disk", Goal.OPEN, REOPENS)).ends(done(7));

        assertThat(story.answered()).containsExactly("e2");
        story.turn().ends(done(7));
        assertThat(story.news().getLast().detail()).isInstanceOf(TicketNews.Reopened.class);
        assertThat(story.answered()).containsExactly("e3");
    }
}
