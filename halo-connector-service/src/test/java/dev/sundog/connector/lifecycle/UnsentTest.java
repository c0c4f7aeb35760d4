package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Matters that end, or pile up, before Halo heard of them. */
class UnsentTest {

    private final Story story = new Story();

    @Test
    void putsAMatterOnRecordThatWasOverBeforeHaloHeardOfIt() {
        story.under(Rules.closing().evenIfUnsent()).opens("e1").resolves("e2").turn();
        assertThat(story.lastOperation()).isInstanceOf(Operation.CreateTicket.class);

        story.shows(Shown.ticket(7)).turn().shows(Shown.ticket(7, Shown.CLOSED));

        assertThat(story.calls()).hasSize(2);
        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
        assertThat(story.answered()).containsExactly("e2");
    }

    @Test
    void makesNoTicketForAResolutionAlone() {
        story.under(Rules.closing().evenIfUnsent()).resolves("e1").turn();

        assertThat(story.calls()).isEmpty();
    }

    @Test
    void leavesNoEventWithoutAnAnswerWhenTooManyWait() {
        story.opens("e").turn().ends(new CallEnd.NotSent("refused"));

        for (int n = 1; n < TicketState.PENDING + 5; n++) {
            story.opens("e" + n);
        }
        assertThat(story.state().pending()).hasSize(TicketState.PENDING);
        story.turn().shows(Shown.ticket(7));

        List<String> answered = story.news().stream()
                .flatMap(news -> news.causedBy().stream())
                .map(Cause::eventId)
                .toList();
        assertThat(answered).doesNotHaveDuplicates().hasSize(TicketState.PENDING + 5);
        assertThat(story.state().occurrences()).isEqualTo(TicketState.PENDING + 5L);
        assertThat(story.state().recent()).hasSize(TicketState.RECENT);
    }
}
