package dev.sundog.local.chaos.check;

import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.world.World;
import java.util.List;

/** Holds what a run left behind to all invariants. A pure function: the same evidence gives the same verdict. */
public final class Checker {

    private static final List<Check> CHECKS = List.of(
            new KafkaSideCheck(),
            new BalanceCheck(),
            new TicketCheck(),
            new DesiredCheck(),
            new LookUpCheck(),
            new CalmCheck());

    private final World world;
    private final LoadPlan plan;

    public Checker(World world, LoadPlan plan) {
        this.world = world;
        this.plan = plan;
    }

    /** What is not as it must be; empty when all is. */
    public List<Violation> check(Evidence evidence) {
        var facts = new Facts(world, plan, evidence);
        return CHECKS.stream().flatMap(check -> check.find(facts)).toList();
    }

    /** The figures of the run. */
    public Figures figures(Evidence evidence) {
        return Figures.of(new Facts(world, plan, evidence));
    }
}
