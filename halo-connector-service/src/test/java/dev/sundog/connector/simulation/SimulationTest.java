package dev.sundog.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Delivery, whole, in many small worlds in which all goes wrong. */
class SimulationTest {

    private static final long SCHEDULES = Long.getLong("sundog.simulation.schedules", 100_000);
    private static final long SEED = Long.getLong("sundog.simulation.seed", 1);
    /** Fewer schedules than this need not reach everything. */
    private static final long ENOUGH = 20_000;

    private final PrintStream out = System.out;

    @Test
    void keepsEveryPromiseInEverySchedule() throws InterruptedException {
        Simulation.Report report = new Simulation(SEED, SCHEDULES, PlantedFault.NONE, false, _ -> {}).run();

        Simulate.summary(report, out);
        report.failures().values().forEach(failed -> Simulate.story(failed, PlantedFault.NONE, out));
        assertThat(report.failures().keySet()).isEmpty();
        assertThat(report.schedules()).isEqualTo(SCHEDULES);
        if (SCHEDULES >= ENOUGH) {
            reachesEverything(report.coverage());
        }
    }

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        for (long seed : LongStream.range(SEED, SEED + 100).toArray()) {
            List<String> story =
                    Schedule.run(Planner.plan(seed), PlantedFault.NONE, true).story();

            assertThat(Schedule.run(Planner.plan(seed), PlantedFault.NONE, true).story())
                    .isEqualTo(story)
                    .hasSizeGreaterThan(3);
        }
    }

    private static void reachesEverything(Coverage coverage) {
        assertThat(coverage.group("transition").keySet())
                .containsAll(PhaseSteps.all().stream()
                        .filter(step -> !isBeyond(step))
                        .toList());
        assertThat(coverage.group("fault").keySet())
                .containsAll(Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.SMALL_BUDGET)
                        .map(Fault::name)
                        .toList());
        assertThat(coverage.group("end").keySet().stream().map(end -> end.replaceFirst(".* ", "")))
                .containsAll(labels());
    }

    /** Storms have no place in these worlds, and no person who changes his mind about a ticket. */
    private static boolean isBeyond(String step) {
        return step.toLowerCase(Locale.ROOT).contains("folded")
                || Set.of("Parted.as", "Parted.open").contains(step);
    }

    /** The names of all ends that a call can have. */
    private static List<String> labels() {
        return Arrays.stream(CallEnd.class.getPermittedSubclasses())
                .map(end -> end.getSimpleName()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toUpperCase(Locale.ROOT))
                .toList();
    }
}
