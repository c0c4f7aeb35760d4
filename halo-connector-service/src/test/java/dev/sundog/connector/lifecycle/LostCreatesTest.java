package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A create that was believed lost turns out well, later than quarantine and looks allow for. */
class LostCreatesTest {

    private final Story story = new Story();

    /** The first create is unknown, and two looks show no ticket. */
    private Call lost() {
        story.opens("e1").turn();
        Call create = story.lastCall();
        story.ends(new CallEnd.Unknown("reset")).passes(Duration.ofSeconds(30));
        story.turn().ends(Wishing.done()).passes(Duration.ofSeconds(15));
        story.turn().ends(Wishing.done());
        return create;
    }

    @Test
    void looksTwiceBeforeItBelievesThatThereIsNoTicket() {
        story.opens("e1").turn().ends(new CallEnd.Unknown("reset")).passes(Duration.ofSeconds(30));

        story.turn().ends(Wishing.done()).turn();
        assertThat(story.calls()).hasSize(2);
        story.passes(Duration.ofSeconds(15)).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.FindTicket.class);
        assertThat(story.lastCall().attempt()).isEqualTo(2);
        story.ends(Wishing.done(7));
        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
    }

    @Test
    void doesNotBelieveALookThatSaysItMayLag() {
        story.opens("e1").turn().ends(new CallEnd.Unknown("reset")).passes(Duration.ofSeconds(30));

        for (int look = 0; look < 5; look++) {
            story.turn().ends(new CallEnd.NotFound("the search may lag")).passes(Duration.ofSeconds(15));
        }

        assertThat(story.calls().stream().filter(call -> call.operation() instanceof Operation.CreateTicket))
                .hasSize(1);
    }

    @Test
    void takesTheLateTicketInsteadOfMakingAnother() {
        Call first = lost();

        story.endsLate(first, Wishing.done(7)).turn();

        assertThat(story.calls()).hasSize(3);
        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
    }

    @Test
    void reportsTheSecondTicketWhenTheFirstTurnsUpWhileItIsMade() {
        Call first = lost();
        story.turn();
        Call second = story.lastCall();

        story.endsLate(first, Wishing.done(7)).endsLate(second, Wishing.done(8));

        assertThat(story.news(TicketNews.Created.class))
                .extracting(created -> created.ticket().ticketId())
                .containsExactly(7L);
        assertThat(story.of(Effect.Doubled.class))
                .singleElement()
                .satisfies(doubled -> assertThat(doubled.ticketIds()).containsExactly(7L, 8L));
    }

    @Test
    void reportsTheFirstTicketWhenItTurnsUpAfterTheSecond() {
        Call first = lost();
        story.turn().ends(Wishing.done(8));

        story.endsLate(first, Wishing.done(7)).endsLate(first, Wishing.done(7));

        assertThat(story.of(Effect.Doubled.class)).hasSize(1);
        assertThat(story.state().phase().ticketRef()).isEqualTo(new TicketRef(8, Shown.url(8)));
    }

    @Test
    void countsADeletedTicketOfTheSameReferenceForNothing() {
        story.opens("e1").turn().ends(new CallEnd.Unknown("reset")).passes(Duration.ofSeconds(30));

        story.turn().ends(new CallEnd.Done(List.of(Shown.ticket(6).inTheBin(), Shown.ticket(7))));

        assertThat(story.of(Effect.Doubled.class)).isEmpty();
        assertThat(story.state().phase().ticketRef()).isEqualTo(new TicketRef(7, Shown.url(7)));
    }

    @Test
    void followsTheRuleForDeletedTicketsWhenTheOnlyOneItFindsWasDeleted() {
        story.opens("e1").turn().ends(new CallEnd.Unknown("reset")).passes(Duration.ofSeconds(30));

        story.turn().shows(Shown.ticket(7).inTheBin()).opens("e2").turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.state().phase()).isInstanceOf(Phase.Parted.class);
    }
}
