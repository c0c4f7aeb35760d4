package dev.sundog.connector.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes a failing schedule smaller, step by step, as long as it breaks the same promise. */
final class Shrinking {

    private static final int MOST_RUNS = 2_000;

    private final PlantedFault planted;
    private final Violation.Promise promise;
    private int runs;

    private Shrinking(PlantedFault planted, Violation.Promise promise) {
        this.planted = planted;
        this.promise = promise;
    }

    /** The smallest found, with its story. */
    static Schedule.Result shrink(Schedule.Result failed, PlantedFault planted) {
        Violation violation = Objects.requireNonNull(failed.violation());
        Plan smallest = new Shrinking(planted, violation.promise()).smaller(failed.plan());
        return Schedule.run(smallest, planted, true);
    }

    private Plan smaller(Plan plan) {
        Plan best = plan;
        boolean shrank = true;
        while (shrank && runs < MOST_RUNS) {
            Plan before = best;
            for (Fault fault : Fault.values()) {
                if (!best.without().contains(fault)) {
                    List<Fault> without = new ArrayList<>(best.without());
                    without.add(fault);
                    best = tried(new Plan(best.seed(), best.budgets(), best.steps(), without), best);
                }
            }
            for (int index = best.steps().size() - 1; index >= 0; index--) {
                List<Plan.Step> steps = new ArrayList<>(best.steps());
                steps.remove(index);
                best = tried(new Plan(best.seed(), best.budgets(), steps, best.without()), best);
            }
            shrank = best.steps().size() < before.steps().size();
        }
        return best;
    }

    private Plan tried(Plan smaller, Plan best) {
        runs++;
        Violation violation = Schedule.run(smaller, planted, false).violation();
        return violation != null && violation.promise() == promise ? smaller : best;
    }
}
