package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A matter that ends and comes back again and again keeps one open ticket, and one note tells of it when it is calm. */
class FlappingTest {

    private static final Rules RULES =
            Rules.closing().reopeningWithin(Duration.ofHours(1)).flappingAt(3, Duration.ofMinutes(10));

    private final Story story = new Story();

    /** Comes back so often, a minute apart, with all that Halo is told meanwhile. */
    private Story flaps(int times) {
        story.under(RULES).withTicket();
        for (int n = 0; n < times; n++) {
            story.passes(Duration.ofSeconds(20)).resolves("r" + n);
            answer();
            story.passes(Duration.ofSeconds(40)).opens("o" + n);
            answer();
        }
        return story;
    }

    private void answer() {
        int before;
        do {
            before = story.calls().size();
            story.turn();
            if (story.calls().size() > before) {
                boolean closes = story.lastOperation() instanceof Operation.ChangeStatus change
                        && change.statusId() == Shown.CLOSED;
                story.shows(Shown.ticket(7, closes ? Shown.CLOSED : Shown.NEW));
            }
        } while (story.calls().size() > before);
    }

    @Test
    void sendsNothingWhileItFlaps() {
        flaps(3);
        int calls = story.calls().size();

        flaps(0);
        for (int n = 10; n < 60; n++) {
            story.passes(Duration.ofSeconds(30)).resolves("r" + n);
            answer();
            story.passes(Duration.ofSeconds(30)).opens("o" + n);
            answer();
        }

        assertThat(story.calls()).hasSize(calls);
        assertThat(story.state().phase()).isInstanceOf(Phase.Open.class);
    }

    @Test
    void closesWithOneSummaryWhenItStaysOver() {
        flaps(5).passes(Duration.ofSeconds(30)).resolves("end").turn();
        int calls = story.calls().size();

        story.passes(Duration.ofMinutes(9)).turn();
        assertThat(story.calls()).hasSize(calls);

        story.passes(Duration.ofMinutes(1)).turn().shows(Shown.ticket(7)).turn();
        assertThat(((Operation.ChangeStatus) story.lastOperation()).noteHtml())
                .contains("came back 5 times since 2026-11-21T12:01:00Z");
    }

    @Test
    void writesOneNoteWhenItStaysOpen() {
        flaps(5);
        int calls = story.calls().size();

        story.passes(Duration.ofMinutes(10))
                .turn()
                .shows(Shown.ticket(7))
                .passes(Duration.ofHours(1))
                .turn();

        assertThat(story.calls()).hasSize(calls + 1);
        assertThat(((Operation.AddNote) story.lastOperation()).noteHtml()).contains("came back 5 times");
    }

    @Test
    void countsAnewAfterItWasCalm() {
        flaps(5).passes(Duration.ofMinutes(10)).turn().shows(Shown.ticket(7));

        story.passes(Duration.ofHours(1))
                .resolves("again")
                .turn()
                .shows(Shown.ticket(7))
                .turn();

        assertThat(story.lastOperation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    @Test
    void takesComebacksFarApartForWhatTheyAre() {
        story.under(RULES).withTicket();

        for (int n = 0; n < 20; n++) {
            story.passes(Duration.ofMinutes(30)).resolves("r" + n);
            answer();
            story.passes(Duration.ofMinutes(30)).opens("o" + n);
            answer();
        }

        assertThat(story.news(TicketNews.Reopened.class)).hasSize(20);
    }
}
