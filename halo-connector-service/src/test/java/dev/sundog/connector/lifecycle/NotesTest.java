package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Repeats are counted one by one and told together. */
class NotesTest {

    private final Story story = new Story();

    @Test
    void writesNotesNoCloserThanTheInterval() {
        story.under(Rules.closing().notesEvery(Duration.ofHours(1))).withTicket();

        for (int minute = 0; minute < 180; minute++) {
            story.passes(Duration.ofMinutes(1)).opens("e" + minute).turn();
            if (story.calls().size() > story.news(TicketNews.Created.class).size() + told()) {
                story.shows(Shown.ticket(7));
            }
        }

        assertThat(story.calls().stream().filter(call -> call.operation() instanceof Operation.AddNote))
                .hasSize(3);
        assertThat(story.state().occurrences()).isEqualTo(181);
    }

    private long told() {
        return story.calls().stream()
                        .filter(call -> call.operation() instanceof Operation.AddNote)
                        .count()
                - (story.state().phase() instanceof Phase.Changing ? 1 : 0);
    }

    @Test
    void writesTheLastNoteByItselfWhenTheIntervalIsOver() {
        story.under(Rules.closing().notesEvery(Duration.ofHours(1)))
                .withTicket()
                .opens("e2")
                .turn()
                .shows(Shown.ticket(7))
                .opens("e3")
                .turn();
        assertThat(story.calls()).hasSize(2);

        story.passes(Duration.ofHours(1)).turn();

        assertThat(((Operation.AddNote) story.lastOperation()).noteHtml()).contains("Reported 3 times");
    }

    @Test
    void costsAThousandRepeatsThreeNotes() {
        story.withTicket();

        for (int n = 1; n <= 1_000; n++) {
            story.opens("e" + n).turn();
            if (story.state().phase() instanceof Phase.Changing) {
                story.shows(Shown.ticket(7));
            }
        }

        assertThat(story.calls()).hasSize(1 + 4);
    }
}
