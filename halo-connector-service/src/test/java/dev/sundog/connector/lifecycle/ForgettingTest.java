package dev.sundog.connector.lifecycle;

import static dev.sundog.connector.lifecycle.Wishing.open;
import static dev.sundog.connector.lifecycle.Wishing.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.StatusWords;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The state of what is over is forgotten after the retention, and nothing else is. */
class ForgettingTest {

    private static final Duration RETENTION = Duration.ofDays(30);

    private final MemoryShelf shelf = new MemoryShelf();
    private final Forgetting forgetting = new Forgetting(shelf, RETENTION);

    @Test
    void forgetsAClosedTicketAfterTheRetention() {
        shelf.put(closed());

        forgetting.tick(Wishing.START.plus(RETENTION).minusSeconds(1));
        assertThat(shelf.after("", 9)).hasSize(1);
        forgetting.tick(Wishing.START.plus(RETENTION));

        assertThat(shelf.after("", 9)).isEmpty();
    }

    @Test
    void keepsATicketWhoseMatterLasts() {
        shelf.put(new Story().withTicket().state());
        shelf.put(new Story()
                .withTicket()
                .hinted(null)
                .turn()
                .shows(Shown.ticket(7, Shown.WONT_FIX))
                .state());

        forgetting.tick(Wishing.START.plus(RETENTION.multipliedBy(9)));

        assertThat(shelf.after("", 9)).hasSize(1);
    }

    @Test
    void keepsATicketThatHaloDoesNotClose() {
        shelf.put(new Story()
                .withTicket()
                .resolves("e2")
                .turn()
                .ends(new CallEnd.Rejected("no"))
                .turn()
                .ends(new CallEnd.Rejected("no"))
                .state());

        forgetting.tick(Wishing.START.plus(RETENTION.multipliedBy(9)));

        assertThat(shelf.after("", 9)).hasSize(1);
    }

    @Test
    void keepsATicketThatMayStillBeOpenedAgain() {
        shelf.put(new Story()
                .under(Rules.closing().reopeningWithin(RETENTION.plusDays(1)))
                .withTicket()
                .resolves("e2")
                .turn()
                .shows(Shown.ticket(7, Shown.CLOSED))
                .state());

        forgetting.tick(Wishing.START.plus(RETENTION));

        assertThat(shelf.after("", 9)).hasSize(1);
    }

    @Test
    void goesRoundAShelfOfAnySize() {
        for (int n = 0; n < 1_234; n++) {
            Story story =
                    new Story("disk" + n).withTicket().resolves("r").turn().shows(Shown.ticket(7, Shown.CLOSED));
            shelf.put(story.state());
        }

        for (int second = 0; second < 13; second++) {
            forgetting.tick(Wishing.START.plus(RETENTION).plusSeconds(second));
        }

        assertThat(shelf.after("", 9)).isEmpty();
    }

    @Test
    void usesNoReferenceAgainThatAForgottenTicketMayHaveHad() {
        TicketLifecycle lifecycle = new TicketLifecycle(Wishing.TIMES);
        Instant later = Wishing.START.plus(RETENTION);
        int before = closed().episode();

        int after = lifecycle
                .apply(
                        null,
                        new Input.Requested(Wishing.identity("acme-halo", "disk"), open("e9")),
                        StatusWords.NONE,
                        later)
                .orElseThrow()
                .state()
                .episode();

        assertThat(after).isGreaterThan(before);
    }

    private static TicketState closed() {
        return new Story()
                .wish(open("e1"))
                .turn()
                .shows(Shown.ticket(7))
                .wish(resolved("e2"))
                .turn()
                .shows(Shown.ticket(7, Shown.CLOSED))
                .state();
    }
}
