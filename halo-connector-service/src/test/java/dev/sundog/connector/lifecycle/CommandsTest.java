package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What people command of a ticket that failed or went wrong. */
class CommandsTest {

    private static final CallEnd UNKNOWN = new CallEnd.Unknown("reset");

    private final Story story = new Story();

    @Test
    void triesARefusedTicketAgainAtOnce() {
        story.opens("e1").turn().ends(new CallEnd.Rejected("no"));

        story.command("c1", Input.Command.RETRY).turn().shows(Shown.ticket(7));

        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
    }

    @Test
    void obeysACommandThatIsSentTwiceOnce() {
        story.opens("e1").turn().ends(new CallEnd.Rejected("no")).command("c1", Input.Command.RETRY);
        story.turn().ends(new CallEnd.Rejected("no"));

        story.command("c1", Input.Command.RETRY).turn();

        assertThat(story.calls()).hasSize(2);
    }

    @Test
    void triesAgainToCloseWhatHaloDidNotClose() {
        story.withTicket()
                .resolves("e2")
                .turn()
                .ends(new CallEnd.Rejected("no"))
                .turn()
                .ends(new CallEnd.Rejected("no"));

        story.command("c1", Input.Command.RETRY).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.ChangeStatus.class);
        assertThat(story.calls()).hasSize(4);
    }

    @Test
    void neverShortensAQuarantine() {
        story.opens("e1").turn().ends(UNKNOWN);

        story.command("c1", Input.Command.RETRY).turn();

        assertThat(story.calls()).hasSize(1);
    }

    @Test
    void looksAgainSoonerWhenAsked() {
        story.opens("e1").turn().ends(UNKNOWN).passes(Duration.ofSeconds(30)).turn();
        story.ends(new CallEnd.Rejected("the filter is ignored"));

        story.command("c1", Input.Command.RETRY).turn();

        assertThat(story.calls()).hasSize(3);
        assertThat(story.lastOperation()).isInstanceOf(Operation.FindTicket.class);
    }

    @Test
    void stopsTryingUntilTheMatterIsReportedAgain() {
        story.opens("e1").turn().ends(new CallEnd.NotSent("refused"));

        story.command("c1", Input.Command.DISCARD).turn();
        assertThat(story.calls()).hasSize(1);
        assertThat(story.news(TicketNews.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.detail()).isEqualTo("Discarded by ann.");
            assertThat(failed.retryable()).isFalse();
        });

        story.opens("e2").turn();
        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
        assertThat(story.lastCall().reference())
                .isNotEqualTo(story.calls().getFirst().reference());
    }

    @Test
    void leavesATicketOpenThatItCannotCloseWhenDiscarded() {
        story.withTicket().resolves("e2").turn().ends(new CallEnd.NotSent("refused"));

        story.command("c1", Input.Command.DISCARD).turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.answered()).containsExactly("e2");
        assertThat(story.state().phase()).isInstanceOf(Phase.Over.class);
    }

    @Test
    void takesOverADiscardedTicketThatWasMadeAfterAll() {
        story.opens("e1").turn().command("c1", Input.Command.DISCARD);

        story.ends(Wishing.done(7));

        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
        assertThat(story.state().phase()).isInstanceOf(Phase.Open.class);
    }

    @Test
    void makesANewTicketBesideTheOldOne() {
        story.withTicket().command("c1", Input.Command.RECREATE).turn().ends(Wishing.done(8));

        assertThat(story.news(TicketNews.Created.class))
                .extracting(created -> created.ticket().ticketId())
                .containsExactly(7L, 8L);
        assertThat(story.calls().get(1).reference())
                .isNotEqualTo(story.calls().getFirst().reference());
    }

    @Test
    void tellsTheTicketOfACreateThatWasOutFromTheNewOne() {
        story.opens("e1").turn();
        Call old = story.lastCall();
        story.command("c1", Input.Command.RECREATE).turn();

        story.ends(Wishing.done(8)).endsLate(old, Wishing.done(7));

        assertThat(story.news(TicketNews.Created.class))
                .extracting(created -> created.ticket().ticketId())
                .containsExactly(8L);
        assertThat(story.of(Effect.Doubled.class))
                .singleElement()
                .satisfies(doubled -> assertThat(doubled.ticketIds()).containsExactly(7L, 8L));
    }

    @Test
    void refusesToMakeATicketForAMatterThatIsOver() {
        story.withTicket().resolves("e2").turn().shows(Shown.ticket(7, Shown.CLOSED));

        story.command("c1", Input.Command.RECREATE).turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.of(Effect.CommandRefused.class)).hasSize(1);
    }

    @Test
    void refusesACommandOfAnotherTenant() {
        story.opens("e1").turn().ends(new CallEnd.Rejected("no"));

        story.input(new Input.Commanded("c1", "other-msp", Input.Command.RETRY, "eve"));

        assertThat(story.turn().calls()).hasSize(1);
        assertThat(story.of(Effect.CommandRefused.class))
                .extracting(Effect.CommandRefused::words)
                .containsExactly("the ticket is another tenant's");
    }

    @Test
    void makesATicketForAMatterWhoseTicketWasDeleted() {
        story.withTicket().opens("e2").turn().ends(new CallEnd.NotFound(""));

        story.command("c1", Input.Command.RECREATE).turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);
    }
}
