package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens to a ticket in Halo comes back once, and never as an echo of what we did. */
class StatusBackTest {

    private final Story story = new Story();

    @Test
    void readsTheTicketOfAHintAndPublishesItsStatusOnce() {
        story.withTicket().hinted(Shown.WAITING).turn();
        assertThat(story.lastOperation()).isEqualTo(new Operation.ReadTicket(7));

        story.shows(Shown.ticket(7, Shown.WAITING)).hinted(null).turn().shows(Shown.ticket(7, Shown.WAITING));

        assertThat(story.news(TicketNews.StatusChanged.class))
                .containsExactly(new TicketNews.StatusChanged(
                        new TicketRef(7, Shown.url(7)), Shown.WAITING, "status 3", TicketStatus.WAITING));
    }

    @Test
    void makesOneReadingOfManyHints() {
        story.withTicket()
                .hinted(Shown.WAITING)
                .hinted(Shown.IN_PROGRESS)
                .hinted(null)
                .turn();

        story.shows(Shown.ticket(7, Shown.IN_PROGRESS)).turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.news(TicketNews.StatusChanged.class))
                .extracting(TicketNews.StatusChanged::status)
                .containsExactly(TicketStatus.IN_PROGRESS);
    }

    @Test
    void readsAgainWhenAHintComesWhileTheTicketIsRead() {
        story.withTicket().hinted(null).turn().hinted(Shown.WAITING);

        story.shows(Shown.ticket(7)).turn();

        assertThat(story.calls()).hasSize(3);
    }

    @Test
    void doesNotReadForAnEchoOfItsOwnChange() {
        story.withTicket().resolves("e2").turn().hinted(Shown.CLOSED).shows(Shown.ticket(7, Shown.CLOSED));

        story.hinted(Shown.CLOSED).turn();

        assertThat(story.calls()).hasSize(2);
        assertThat(story.news(TicketNews.StatusChanged.class)).isEmpty();
    }

    @Test
    void publishesAClosingByAPersonAfterItsOwnWasNotSent() {
        story.withTicket()
                .resolves("e2")
                .turn()
                .ends(new CallEnd.NotSent("refused"))
                .opens("e3");

        story.hinted(Shown.CLOSED).turn().shows(Shown.ticket(7, Shown.CLOSED));

        assertThat(story.news(TicketNews.StatusChanged.class))
                .extracting(TicketNews.StatusChanged::status)
                .containsExactly(TicketStatus.CLOSED);
    }

    @Test
    void takesAStatusThatItsOwnNoteSetForItsOwn() {
        story.withTicket().opens("e2").turn().shows(Shown.ticket(7, Shown.WAITING));

        story.hinted(Shown.WAITING).hinted(null).turn().shows(Shown.ticket(7, Shown.WAITING));

        assertThat(story.news(TicketNews.StatusChanged.class)).isEmpty();
        assertThat(story.state().sight().touched()).isFalse();
    }

    @Test
    void publishesAReopeningByAPersonAfterItsOwnWasNotSent() {
        story.under(Rules.closing().reopeningWithin(Duration.ofHours(1)))
                .withTicket()
                .resolves("e2")
                .turn()
                .shows(Shown.ticket(7, Shown.CLOSED))
                .opens("e3")
                .turn()
                .ends(new CallEnd.NotSent("refused"));

        story.hinted(Shown.NEW).turn().shows(Shown.ticket(7));

        assertThat(story.news(TicketNews.StatusChanged.class)).hasSize(1);
    }

    @Test
    void publishesWhatAPersonDoesToAClosedTicket() {
        story.withTicket()
                .resolves("e2")
                .turn()
                .shows(Shown.ticket(7, Shown.CLOSED))
                .passes(Duration.ofDays(1))
                .hinted(Shown.IN_PROGRESS)
                .turn()
                .shows(Shown.ticket(7, Shown.IN_PROGRESS));

        assertThat(story.news(TicketNews.StatusChanged.class)).hasSize(1);
        assertThat(story.state().due()).isNull();
    }

    @Test
    void answersNoEventWithAStatusOfHalo() {
        story.withTicket().passes(Duration.ofMinutes(5)).hinted(null).turn().resolves("e2");

        story.shows(Shown.ticket(7, Shown.WAITING)).turn().shows(Shown.ticket(7, Shown.WAITING));

        assertThat(story.answered()).containsExactly("e2");
        assertThat(story.news().getLast().detail()).isInstanceOf(TicketNews.Resolved.class);
    }

    @Test
    void publishesThatAPersonClosedTheTicket() {
        story.withTicket().hinted(Shown.CLOSED).turn().shows(Shown.ticket(7, Shown.CLOSED));

        assertThat(story.news(TicketNews.StatusChanged.class))
                .extracting(TicketNews.StatusChanged::status)
                .containsExactly(TicketStatus.CLOSED);
    }
}
