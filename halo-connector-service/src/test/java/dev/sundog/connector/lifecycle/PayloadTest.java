package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.Payload;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.lane.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that Halo does not take is sent shorter, never given up at once. */
class PayloadTest {

    private static final CallEnd TOO_LARGE = new CallEnd.TooLarge("413 Content Too Large");
    private static final CallEnd UNKNOWN = new CallEnd.Unknown("504 Gateway Timeout");

    private final Story story = new Story();

    @Test
    void sendsLessUntilHaloTakesIt() {
        story.opens("e1").turn().ends(TOO_LARGE).turn().ends(TOO_LARGE).turn().shows(Shown.ticket(7));

        assertThat(story.calls())
                .extracting(call -> ((Operation.CreateTicket) call.operation()).payload())
                .containsExactly(Payload.FULL, Payload.TRIMMED, Payload.MINIMAL);
        assertThat(story.news(TicketNews.Created.class)).hasSize(1);
    }

    @Test
    void saysSoWhenEvenTheHeadlineIsTooMuch() {
        story.opens("e1")
                .turn()
                .ends(TOO_LARGE)
                .turn()
                .ends(TOO_LARGE)
                .turn()
                .ends(TOO_LARGE)
                .turn();

        assertThat(story.calls()).hasSize(3);
        assertThat(story.news(TicketNews.Failed.class))
                .extracting(TicketNews.Failed::detail)
                .containsExactly("413 Content Too Large");
    }

    @Test
    void sendsLessOfALargeTextAfterALossButOnlyWhenTheTicketIsCertainlyNotThere() {
        story.wish(large("e1"))
                .turn()
                .ends(UNKNOWN)
                .passes(Duration.ofSeconds(30))
                .turn();
        assertThat(story.lastOperation()).isInstanceOf(Operation.FindTicket.class);

        missed().turn();

        assertThat(((Operation.CreateTicket) story.lastOperation()).payload()).isEqualTo(Payload.TRIMMED);
    }

    @Test
    void sendsAllOfASmallTextAgainAfterALoss() {
        story.opens("e1").turn().ends(UNKNOWN).passes(Duration.ofSeconds(30)).turn();

        missed().turn();

        assertThat(((Operation.CreateTicket) story.lastOperation()).payload()).isEqualTo(Payload.FULL);
    }

    @Test
    void closesWithoutANoteThatIsTooLarge() {
        story.withTicket().resolves("e2").turn().ends(TOO_LARGE).turn();

        assertThat(((Operation.ChangeStatus) story.lastOperation()).noteHtml()).isNull();
    }

    private Story missed() {
        return story.ends(Wishing.done()).passes(Duration.ofSeconds(15)).turn().ends(Wishing.done());
    }

    private static Wish large(String eventId) {
        TicketFields small = Wishing.fields();
        TicketFields fields = new TicketFields(
                small.customerId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                small.categories(),
                small.customFields(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                small.summary(),
                "x".repeat(20_001));
        return new Wish(eventId, "disk", Goal.OPEN, Severity.MEDIUM, Wishing.START, fields, "", Wishing.CLOSES);
    }
}
