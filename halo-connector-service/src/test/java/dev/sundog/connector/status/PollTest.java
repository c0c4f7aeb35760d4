package dev.sundog.connector.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Poll first = Poll.of("acme-halo", NOW);

    @Test
    void beginsNowAndALittleBackForClocksThatDisagree() {
        assertThat(first.due()).isEqualTo(NOW);
        assertThat(asked(first.asking(NOW))).isEqualTo(new Operation.ListChanged(NOW.minus(Poll.SKEW), 1));
    }

    @Test
    void asksNextTimeFromTheNewestChangeThatHaloShowed() {
        Poll next = first.asking(NOW)
                .answered(List.of(changed(1, NOW.minusSeconds(7)), changed(2, NOW.minusSeconds(9))), MINUTE, NOW);

        assertThat(next.due()).isEqualTo(NOW.plus(MINUTE));
        assertThat(asked(next.asking(NOW.plus(MINUTE))))
                .isEqualTo(new Operation.ListChanged(NOW.minusSeconds(7).minus(Poll.OVERLAP), 1));
    }

    @Test
    void asksByItsOwnClockWhereHaloShowsNoMoments() {
        Instant later = NOW.plusSeconds(600);

        Poll next = first.asking(later).answered(List.of(changed(1, null)), MINUTE, later);

        assertThat(next.since()).isEqualTo(later.minus(Poll.SKEW));
    }

    @Test
    void neverAsksFromTheFuture() {
        Poll next = first.asking(NOW).answered(List.of(changed(1, Instant.parse("2099-01-01T00:00:00Z"))), MINUTE, NOW);

        assertThat(next.since()).isEqualTo(first.since());
    }

    @Test
    void turnsThePageWhileTheyAreFullAndBeginsAnewAfterTheLast() {
        Poll second = first.asking(NOW).answered(page(100), MINUTE, NOW);

        assertThat(second.due()).isEqualTo(NOW);
        assertThat(asked(second.asking(NOW))).isEqualTo(new Operation.ListChanged(first.since(), 2));

        Poll done = second.asking(NOW).answered(page(3), MINUTE, NOW.plusSeconds(5));

        assertThat(done.page()).isEqualTo(1);
        assertThat(done.due()).isEqualTo(NOW.plus(MINUTE));
    }

    @Test
    void readsNoMorePagesThanItsShare() {
        Poll poll = first;
        for (int pages = 0; pages < Poll.MOST_PAGES; pages++) {
            poll = poll.asking(NOW).answered(page(100), MINUTE, NOW);
        }

        assertThat(poll.page()).isEqualTo(1);
        assertThat(poll.due()).isEqualTo(NOW.plus(MINUTE));
    }

    @Test
    void asksTheSameAgainWhenNoAnswerCame() {
        Poll second = first.asking(NOW).answered(page(100), MINUTE, NOW);

        Poll again = second.asking(NOW).unanswered(MINUTE, NOW);

        assertThat(again.due()).isEqualTo(NOW.plus(MINUTE));
        assertThat(asked(again.asking(NOW.plus(MINUTE)))).isEqualTo(new Operation.ListChanged(first.since(), 1));
    }

    @Test
    void givesEachCallAnIdOfItsOwnThatIsTheSameWhenMadeAgain() {
        Poll asking = first.asking(NOW);

        assertThat(asking.callId()).isEqualTo(first.asking(NOW).callId());
        assertThat(asking.answered(List.of(), MINUTE, NOW).asking(NOW).callId()).isNotEqualTo(asking.callId());
    }

    private static Operation asked(Poll asking) {
        return Objects.requireNonNull(asking.call("acme-msp", NOW, NOW)).operation();
    }

    private static List<FoundTicket> page(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> changed(number, NOW.minusSeconds(60)))
                .toList();
    }

    private static FoundTicket changed(long ticketId, @Nullable Instant at) {
        return new FoundTicket(ticketId, "", 2L, null, false, null, null, null, false, false, at);
    }
}
