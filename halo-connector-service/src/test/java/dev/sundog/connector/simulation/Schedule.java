package dev.sundog.connector.simulation;

import dev.sundog.connector.simulation.Violation.Promise;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs one plan from its beginning until all is quiet again. */
final class Schedule {

    private static final long AFTERMATH = 120_000;
    private static final long LONGEST_CALM = 6 * 3_600_000L;
    private static final long CALM_STEP = 20_000;
    private static final int FRAMES = 12;
    private static final int MOST_STEPS = 200_000;

    private final Plan plan;
    private final World world;
    private int happened;

    /**
     * How a schedule went.
     *
     * @param violation null when every promise held
     */
    record Result(Plan plan, @Nullable Violation violation, Coverage coverage, List<String> story, long calls) {}

    private Schedule(Plan plan, PlantedFault planted, boolean told) {
        this.plan = plan;
        Chance chance = new Chance(plan.seed());
        Weather weather = new Weather(chance.split("weather"));
        plan.without().forEach(weather::without);
        this.world = new World(chance, weather, planted, told);
    }

    static Result run(Plan plan, PlantedFault planted, boolean told) {
        Schedule schedule = new Schedule(plan, planted, told);
        Violation violation = null;
        try {
            schedule.run();
        } catch (Violation broken) {
            violation = broken;
        } catch (RuntimeException | AssertionError bug) {
            violation = new Violation(Promise.NO_EXCEPTION, bug + told(bug));
        }
        World world = schedule.world;
        return new Result(plan, violation, world.coverage, world.line.lines(), world.calls.end());
    }

    private static String told(Throwable bug) {
        return Arrays.stream(bug.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }

    private void run() {
        world.line.say("world", () -> "faults " + world.weather + ", budgets " + plan.budgets());
        plan.budgets().forEach((id, requests) -> world.sites.put(id, new Site(world, id, requests)));
        world.lifecycle.start();
        world.caller.start();
        long last = 0;
        for (Plan.Step step : plan.steps()) {
            world.agenda.in(step.at(), () -> take(step));
            last = step.at();
        }
        until(world.agenda.now() + last + AFTERMATH);
        world.line.say("world", () -> "calm: no faults from now on");
        world.weather.calm();
        world.sites.values().forEach(Site::mend);
        calmDown();
        new Verdict(world).settled();
    }

    private void calmDown() {
        Verdict verdict = new Verdict(world);
        long limit = world.agenda.now() + LONGEST_CALM;
        do {
            if (world.agenda.now() > limit) {
                throw new Violation(
                        Promise.SETTLES,
                        "after " + LONGEST_CALM / 3_600_000 + " calm hours something still goes on: "
                                + world.kept.tickets.values());
            }
            until(world.agenda.now() + CALM_STEP);
        } while (!verdict.quiet());
        // What Halo was still at may come now.
        until(world.agenda.now() + 2 * CALM_STEP);
    }

    private void until(long moment) {
        while (world.agenda.step(moment)) {
            if (++happened > MOST_STEPS) {
                throw new Violation(Promise.SETTLES, "more than " + MOST_STEPS + " steps");
            }
        }
    }

    private void take(Plan.Step step) {
        switch (step) {
            case Plan.Asks asks -> {
                world.line.say(
                        "routing",
                        () -> asks.wish().eventId() + " wishes "
                                + asks.identity().ticketKey() + " "
                                + asks.wish().goal());
                if (!world.judge.ledger.accept(asks.requested())) {
                    world.coverage.count("fault", Fault.EVENT_TWICE.name());
                }
                world.requests.append(asks.requested());
            }
            case Plan.Commands commands -> aside(Fault.COMMANDED, commands);
            case Plan.Hints hints -> aside(Fault.HINTED, hints);
            case Plan.PersonActs acts -> Persons.act(world, acts);
            case Plan.Breaks breaks -> {
                if (world.weather.has(breaks.fault())) {
                    world.coverage.count("fault", breaks.fault().name());
                    breaks(breaks, world.sites.get(breaks.connectionId()));
                }
            }
        }
    }

    private void aside(Fault sort, Plan.Step step) {
        if (world.weather.has(sort)) {
            world.coverage.count("fault", sort.name());
            world.line.say("aside", step::toString);
            if (step instanceof Plan.Commands commands) {
                world.judge.ledger.commanded(commands.ticketKey());
            }
            world.asides.append(step);
        }
    }

    private void breaks(Plan.Breaks breaks, Site site) {
        switch (breaks.fault()) {
            case SWITCHED_OFF -> {
                site.enable(false);
                world.agenda.in(breaks.millis(), () -> site.enable(true));
            }
            case CREDENTIALS_BROKEN -> {
                site.breakCredentials();
                world.agenda.in(breaks.millis(), site::mend);
            }
            default -> {
                world.line.say("halo", () -> "ignores filters of lists");
                site.halo.filterIgnored = true;
                world.agenda.in(breaks.millis(), () -> site.halo.filterIgnored = false);
            }
        }
    }
}
