package dev.sundog.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.simulation.Violation.Promise;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judge itself is tried: a mistake made on purpose must be found. */
class PlantedFaultsTest {

    private static final int MOST_SCHEDULES = 5_000;

    private static final Map<PlantedFault, Set<Promise>> FOUND_AS = Map.ofEntries(
            Map.entry(PlantedFault.NO_INTENT, Set.of(Promise.NO_BLIND_CREATE, Promise.NOTE_ONCE, Promise.ONE_TICKET)),
            Map.entry(PlantedFault.BLIND_RETRY, Set.of(Promise.NO_BLIND_CREATE)),
            Map.entry(PlantedFault.NO_QUARANTINE, Set.of(Promise.NO_BLIND_CREATE)),
            Map.entry(PlantedFault.UNCHECKED_FILTER, Set.of(Promise.OWN_TICKET)),
            Map.entry(
                    PlantedFault.OFFSET_COMMITTED_LATE,
                    Set.of(Promise.NO_BLIND_CREATE, Promise.NOTE_ONCE, Promise.ONE_TICKET)),
            Map.entry(
                    PlantedFault.OFFSET_WITHOUT_STATE,
                    Set.of(Promise.NONE_MISSING, Promise.BALANCE, Promise.LATEST_STATE)),
            Map.entry(PlantedFault.NEWS_BEFORE_COMMIT, Set.of(Promise.BALANCE, Promise.CREATED_ONCE)),
            Map.entry(PlantedFault.FORGETS_EVENT_IDS, Set.of(Promise.BALANCE)),
            Map.entry(PlantedFault.NOTE_SENT_AGAIN, Set.of(Promise.NOTE_ONCE)),
            Map.entry(PlantedFault.BUDGET_IGNORED, Set.of(Promise.BUDGET)),
            Map.entry(PlantedFault.FORGETS_CALL_IN_FLIGHT, Set.of(Promise.ONE_IN_FLIGHT, Promise.SETTLES)),
            Map.entry(PlantedFault.LAST_MOMENT_IGNORED, Set.of(Promise.NOT_AFTER)),
            Map.entry(
                    PlantedFault.STALE_STATE,
                    Set.of(Promise.SETTLES, Promise.BALANCE, Promise.ONE_TICKET, Promise.NO_BLIND_CREATE)));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void isFound(PlantedFault planted) {
        Schedule.Result found = firstFailure(planted);

        assertThat(FOUND_AS.get(planted)).contains(found.violation().promise());
    }

    @Test
    void isToldInAStoryThatReplaysExactly() {
        Schedule.Result found = firstFailure(PlantedFault.BLIND_RETRY);

        Schedule.Result smallest = Shrinking.shrink(found, PlantedFault.BLIND_RETRY);

        List<String> again =
                Schedule.run(smallest.plan(), PlantedFault.BLIND_RETRY, true).story();
        assertThat(smallest.plan().steps())
                .hasSizeLessThanOrEqualTo(found.plan().steps().size());
        assertThat(smallest.story()).isEqualTo(again).anyMatch(line -> line.contains("sends: create"));
        assertThat(smallest.violation()).hasMessage(smallest.violation().getMessage());
    }

    /** The first schedule that breaks a promise by which this fault is known. */
    private static Schedule.Result firstFailure(PlantedFault planted) {
        for (int seed = 0; seed < MOST_SCHEDULES; seed++) {
            Schedule.Result result = Schedule.run(Planner.plan(seed), planted, false);
            if (result.violation() != null
                    && FOUND_AS.get(planted).contains(result.violation().promise())) {
                return result;
            }
        }
        throw new AssertionError(planted + " was not found in " + MOST_SCHEDULES + " schedules");
    }
}
