package dev.sundog.connector.lifecycle;

import static dev.sundog.connector.lifecycle.Wishing.done;
import static dev.sundog.connector.lifecycle.Wishing.open;
import static dev.sundog.connector.lifecycle.Wishing.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is done when nobody can say whether Halo did it. */
class UnknownEndsTest {

    private static final CallEnd UNKNOWN = new CallEnd.Unknown("connection reset");

    private final Story story = new Story();

    private Story unsure() {
        return story.wish(open("e1")).turn().ends(UNKNOWN);
    }

    /** A look that shows nothing, and the time until the next. */
    private static Story missed(Story story) {
        return story.turn().ends(done()).passes(Duration.ofSeconds(15));
    }

    @Test
    void looksForTheTicketOnlyAfterTheQuarantine() {
        unsure().passes(Duration.ofSeconds(29)).turn();
        assertThat(story.calls()).hasSize(1);

        story.passes(Duration.ofSeconds(1)).turn();

        assertThat(story.lastCall().operation()).isInstanceOf(Operation.FindTicket.class);
        assertThat(story.lastCall().reference())
                .isEqualTo(story.calls().getFirst().reference());
    }

    @Test
    void takesTheTicketThatItFinds() {
        unsure().passes(Duration.ofSeconds(30)).turn().ends(done(7));

        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
        assertThat(story.answered()).containsExactly("e1");
        assertThat(story.calls()).hasSize(2);
    }

    @Test
    void createsAgainWhenNoTicketIsFound() {
        missed(missed(unsure().passes(Duration.ofSeconds(30)))).turn();

        Call again = story.lastCall();
        assertThat(again.operation()).isInstanceOf(Operation.CreateTicket.class);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.callId()).isNotEqualTo(story.calls().getFirst().callId());
        assertThat(again.reference()).isEqualTo(story.calls().getFirst().reference());
    }

    @Test
    void looksAgainWhenTheLookUpIsUnknownToo() {
        unsure().passes(Duration.ofSeconds(30)).turn().ends(UNKNOWN).turn();
        assertThat(story.calls()).hasSize(2);

        story.passes(Duration.ofSeconds(5)).turn();

        assertThat(story.lastCall().operation()).isInstanceOf(Operation.FindTicket.class);
    }

    @Test
    void neverCreatesAgainWhenTheLookUpDoesNotWork() {
        unsure().passes(Duration.ofSeconds(30)).turn().ends(new CallEnd.Rejected("Halo ignored the filter"));

        assertThat(story.news(TicketNews.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.OUTCOME_UNKNOWN);
            assertThat(failed.retryable()).isTrue();
        });
        story.passes(Duration.ofMinutes(5)).turn();
        assertThat(story.lastCall().operation()).isInstanceOf(Operation.FindTicket.class);
    }

    @Test
    void keepsTheLowestOfSeveralTickets() {
        unsure().passes(Duration.ofSeconds(30)).turn().ends(done(9, 7, 8));

        assertThat(story.news(TicketNews.Created.class))
                .extracting(created -> created.ticket().ticketId())
                .containsExactly(7L);
        assertThat(story.of(Effect.Doubled.class))
                .singleElement()
                .satisfies(doubled -> assertThat(doubled.ticketIds()).containsExactly(7L, 8L, 9L));
    }

    @Test
    void believesALateAnswerOfTheCreate() {
        unsure();

        story.endsLate(story.calls().getFirst(), done(7))
                .passes(Duration.ofSeconds(30))
                .turn();

        assertThat(story.calls()).hasSize(1);
        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
    }

    @Test
    void believesALateAnswerWhileTheLookUpIsInFlight() {
        unsure().passes(Duration.ofSeconds(30)).turn();
        Call lookUp = story.lastCall();

        story.endsLate(story.calls().getFirst(), done(7))
                .endsLate(lookUp, done())
                .turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
    }

    @Test
    void looksBeforeItForgetsAMatterThatIsOverMeanwhile() {
        missed(missed(unsure().wish(resolved("e2")).passes(Duration.ofSeconds(30))));

        assertThat(story.lastCall().operation()).isInstanceOf(Operation.FindTicket.class);
        assertThat(story.news().getLast().detail()).isEqualTo(new TicketNews.Resolved(null, false));
        assertThat(story.answered()).containsExactly("e2", "e1");
    }

    @Test
    void neverWritesANoteTwice() {
        story.created(7).wish(open("e2")).turn().ends(UNKNOWN).turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.state().told()).isEqualTo(1);
    }

    @Test
    void repeatsAStatusWithoutItsNote() {
        story.created(7).wish(resolved("e2")).turn().ends(UNKNOWN).turn();
        assertThat(story.calls()).hasSize(2);

        story.passes(Duration.ofSeconds(5)).turn();

        assertThat(((Operation.ChangeStatus) story.lastCall().operation()).noteHtml())
                .isNull();
        story.ends(done(7));
        assertThat(story.news(TicketNews.Resolved.class)).hasSize(1);
    }

    @Test
    void ignoresTheEndOfACallThatItKnowsNothingOf() {
        story.created(7);
        TicketState before = story.state();

        story.endsLate(story.lastCall(), done(99));

        assertThat(story.state()).isEqualTo(before);
    }
}
