package dev.sundog.connector.lane;

import static dev.sundog.connector.lane.Examples.START;
import static dev.sundog.connector.lane.Examples.calling;
import static dev.sundog.connector.lane.Examples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final LaneTerms terms = terms(100);
    private Instant now = START;
    private Lane lane = Lane.of("acme-halo");

    @Test
    void restsAsLongAsHaloAsksForAndSpendsLessAfterwards() {
        ends(new CallEnd.RateLimited(Duration.ofSeconds(90)));

        assertThat(pause().reason()).isEqualTo(FailureReason.RATE_LIMITED);
        assertThat(pause().until()).isEqualTo(START.plusSeconds(90));
        assertThat(lane.budget().limit(terms, now)).isEqualTo(70);
    }

    @Test
    void restsAnHourAtMostWhateverHaloAsksFor() {
        ends(new CallEnd.RateLimited(Duration.ofDays(3650)));

        assertThat(pause().until()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void probesWithOneCallAndDoublesThePauseUntilAProbePasses() {
        List<Long> pauses = IntStream.range(0, 9)
                .mapToObj(_ -> {
                    ends(new CallEnd.NotSent("refused"));
                    long seconds = Duration.between(now, pause().until()).toSeconds();
                    now = pause().until();
                    return seconds;
                })
                .toList();

        assertThat(pauses.getFirst()).isBetween(1L, 2L);
        assertThat(pauses.get(4)).isBetween(16L, 20L);
        assertThat(pauses.getLast()).isBetween(60L, 72L);
        assertThat(lane.activity(terms, now)).isEqualTo(Lane.Activity.FREE);

        ends(new CallEnd.Done(List.of()));
        ends(new CallEnd.NotSent("refused"));
        assertThat(Duration.between(now, pause().until())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void spreadsTheProbesOfLanesThatFailedTogether() {
        PauseLengths lengths = new PauseLengths(Duration.ofSeconds(60), Duration.ofSeconds(60));

        List<Duration> pauses = IntStream.range(0, 50)
                .mapToObj(number -> lengths.after(3, "connection-" + number))
                .toList();

        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(72)) <= 0);
        assertThat(pauses.stream().distinct()).hasSizeGreaterThan(10);
        assertThat(lengths.after(3, "acme-halo")).isEqualTo(lengths.after(3, "acme-halo"));
    }

    @Test
    void takesThreeCallsWithoutAnAnswerInARowForItsOwnFailure() {
        ends(new CallEnd.Unknown("reset"));
        ends(new CallEnd.Unknown("reset"));
        assertThat(lane.activity(terms, now)).isEqualTo(Lane.Activity.FREE);

        ends(new CallEnd.Unknown("reset"));

        assertThat(pause().reason()).isEqualTo(FailureReason.HALO_UNAVAILABLE);
    }

    @Test
    void forgetsCallsWithoutAnAnswerWhenOneIsAnswered() {
        ends(new CallEnd.Unknown("reset"));
        ends(new CallEnd.Unknown("reset"));
        ends(new CallEnd.Rejected("no"));
        ends(new CallEnd.Unknown("reset"));

        assertThat(lane.activity(terms, now)).isEqualTo(Lane.Activity.FREE);
    }

    @Test
    void endsAPauseForAMissingRightWhenTheConfigurationChangesAndBeginsAnewWithItsPauses() {
        ends(new CallEnd.PermissionDenied("403"));
        now = pause().until();
        ends(new CallEnd.PermissionDenied("403"));
        assertThat(lane.activity(terms, now)).isEqualTo(Lane.Activity.PAUSED);

        LaneTerms changed = terms(2, 100);
        assertThat(lane.activity(changed, now)).isEqualTo(Lane.Activity.FREE);
        lane = calling(lane, changed, now);

        assertThat(lane.setbacks()).isZero();
    }

    @Test
    void countsWhatALookUpReallyCost() {
        lane = calling(lane, new Operation.FindTicket(), terms, now);
        lane = lane.ended(new CallEnd.Done(List.of()), 1, now, terms, now);
        assertThat(lane.budget().spent(terms, now)).isEqualTo(1);

        lane = calling(lane, new Operation.FindTicket(), terms, now);
        lane = lane.ended(new CallEnd.Done(List.of()), 12, now, terms, now);
        assertThat(lane.budget().spent(terms, now)).isEqualTo(13);
    }

    private void ends(CallEnd end) {
        lane = calling(lane, terms, now).ended(end, 1, now, terms, now);
    }

    private Lane.Pause pause() {
        return Objects.requireNonNull(lane.pause());
    }
}
