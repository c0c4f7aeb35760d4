package dev.sundog.connector.lifecycle;

import static dev.sundog.connector.lifecycle.Wishing.done;
import static dev.sundog.connector.lifecycle.Wishing.open;
import static dev.sundog.connector.lifecycle.Wishing.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is done when Halo certainly did not do it. */
class RefusalsTest {

    private final Story story = new Story();

    @Test
    void publishesHalosWordsAndWaitsForANewerWish() {
        story.wish(open("e1"))
                .turn()
                .ends(new CallEnd.Rejected("Category is required"))
                .turn();

        assertThat(story.news(TicketNews.Failed.class))
                .containsExactly(new TicketNews.Failed(FailureReason.HALO_REJECTED, "Category is required", false, 1));
        assertThat(story.calls()).hasSize(1);

        story.wish(open("e2")).passes(Duration.ofMinutes(1)).turn().ends(done(7));

        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
        assertThat(story.answered()).containsExactly("e2");
    }

    @Test
    void forgetsARefusedTicketWhenTheMatterIsOver() {
        story.wish(open("e1"))
                .turn()
                .ends(new CallEnd.Rejected("no"))
                .wish(resolved("e2"))
                .turn();

        assertThat(story.calls()).hasSize(1);
        assertThat(story.news().getLast().detail()).isEqualTo(new TicketNews.Resolved(null, false));
    }

    @Test
    void closesWithoutTheNoteWhenHaloRefusesIt() {
        story.created(7)
                .wish(resolved("e2"))
                .turn()
                .ends(new CallEnd.Rejected("You do not have access to this Action at the moment"))
                .turn();

        assertThat(((Operation.ChangeStatus) story.lastCall().operation()).noteHtml())
                .isNull();
    }

    @Test
    void leavesATicketOpenThatHaloDoesNotClose() {
        story.created(7)
                .wish(resolved("e2"))
                .turn()
                .ends(new CallEnd.Rejected("no"))
                .turn()
                .ends(new CallEnd.Rejected("Please assign this Ticket these before closing it."))
                .turn();

        assertThat(story.calls()).hasSize(3);
        assertThat(story.news(TicketNews.Failed.class))
                .extracting(TicketNews.Failed::detail)
                .containsExactly("Please assign this Ticket these before closing it.");
    }

    @Test
    void publishesALastingFailureOnceAndStillMakesTheTicket() {
        CallEnd denied = new CallEnd.PermissionDenied("403");
        story.wish(open("e1"))
                .turn()
                .ends(denied)
                .passes(Duration.ofMinutes(1))
                .turn()
                .ends(denied);

        assertThat(story.news(TicketNews.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.PERMISSION_DENIED);
            assertThat(failed.retryable()).isTrue();
        });

        story.passes(Duration.ofMinutes(2)).turn().ends(done(7));

        assertThat(story.answered()).containsExactly("e1");
        assertThat(story.lastCall().attempt()).isEqualTo(3);
    }

    @Test
    void triesAgainAtOnceWhatNeverReachedHalo() {
        story.wish(open("e1")).turn().ends(new CallEnd.RateLimited(null)).turn().ends(new CallEnd.NotSent("refused"));

        assertThat(story.turn().calls()).hasSize(3);
        assertThat(story.news()).isEmpty();
    }

    @Test
    void collapsesAnOutageIntoOneCall() {
        for (int n = 0; n < 1_000; n++) {
            story.wish(open("e" + n)).wish(resolved("r" + n));
        }
        story.wish(open("last")).turn().ends(done(7));

        assertThat(story.calls()).hasSize(1);
        assertThat(story.answered()).containsExactly("last");
    }
}
