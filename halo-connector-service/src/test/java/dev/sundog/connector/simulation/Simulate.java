package dev.sundog.connector.simulation;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The command: runs schedules, shows what they covered, and tells the story of one that fails. */
public final class Simulate {

    private static final int SHOW_EVERY = 10_000;

    private final PrintStream out;
    private final PlantedFault planted;

    private Simulate(PrintStream out, PlantedFault planted) {
        this.out = out;
        this.planted = planted;
    }

    /** Options {@code --schedules N} and {@code --seed S}; exit code 1 when a promise is broken, 2 for a wrong option. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        long schedules = 100_000;
        long seed = 1;
        boolean goesOn = false;
        PlantedFault planted = PlantedFault.NONE;
        try {
            for (int index = 0; index < arguments.length; index += 2) {
                String value = arguments[index + 1];
                switch (arguments[index]) {
                    case "--schedules" -> schedules = Long.parseLong(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--go-on" -> goesOn = Boolean.parseBoolean(value);
                    case "--planted" -> planted = PlantedFault.valueOf(value);
                    default -> throw new IllegalArgumentException("unknown option " + arguments[index]);
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException wrong) {
            out.println("usage: simulate [--schedules N] [--seed S] [--go-on true] [--planted FAULT]   ("
                    + wrong.getMessage() + ")");
            System.exit(2);
        }
        System.exit(new Simulate(out, planted).run(seed, schedules, goesOn) ? 0 : 1);
    }

    private boolean run(long seed, long schedules, boolean goesOn) throws InterruptedException {
        out.println("simulating " + schedules + " schedules from seed " + seed);
        Simulation.Report report = new Simulation(seed, schedules, planted, goesOn, this::progress).run();
        report.failures().values().forEach(failed -> story(failed, planted, out));
        summary(report, out);
        out.println(
                report.failures().isEmpty()
                        ? "every promise held"
                        : "broken: " + report.failures().keySet());
        return report.failures().isEmpty();
    }

    private synchronized void progress(long number) {
        if (number > 0 && number % SHOW_EVERY == 0) {
            out.println("  " + number + " …");
        }
    }

    /** What was run, and how often each thing happened in it. */
    static void summary(Simulation.Report report, PrintStream out) {
        for (String group :
                new String[] {"fault", "phase", "transition", "end", "news", "effect", "request", "broken"}) {
            Map<String, Long> counts = report.coverage().group(group);
            out.println(group + ":");
            counts.forEach((name, count) -> out.println(String.format(Locale.ROOT, "  %-48s %,12d", name, count)));
        }
        out.println(String.format(
                Locale.ROOT,
                "%,d schedules with %,d calls in %.1f s: %,.0f schedules a second",
                report.schedules(),
                report.calls(),
                report.seconds(),
                report.schedules() / report.seconds()));
    }

    /** The smallest version of a failed schedule, line by line, and how to run it again. */
    static void story(Schedule.Result failed, PlantedFault planted, PrintStream out) {
        Schedule.Result smallest = Shrinking.shrink(failed, planted);
        smallest.story().forEach(out::println);
        out.println("broken: " + Objects.requireNonNull(smallest.violation()).getMessage());
        out.println("again:  ./sundog simulate --schedules 1 --seed "
                + failed.plan().seed() + (planted == PlantedFault.NONE ? "" : " --planted " + planted));
    }
}
