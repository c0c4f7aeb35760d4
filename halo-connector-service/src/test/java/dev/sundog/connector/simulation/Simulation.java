package dev.sundog.connector.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.LoggerFactory;

/**
 * Runs many schedules on all processors.
 *
 * <p>Schedule number n of a run with seed s is that of seed s + n, so a failing one is run alone by its own seed.
 */
final class Simulation {

    private static final int PORTION = 50;

    private final long seed;
    private final long schedules;
    private final PlantedFault planted;
    private final boolean goesOn;
    private final LongConsumer progress;
    private final AtomicLong next = new AtomicLong();
    private final Map<Violation.Promise, Schedule.Result> failed = new ConcurrentSkipListMap<>();

    /**
     * What came out.
     *
     * @param failures a failed schedule for each broken promise, as it was planned; empty when all held
     */
    record Report(
            long schedules,
            long calls,
            double seconds,
            Coverage coverage,
            SortedMap<Violation.Promise, Schedule.Result> failures) {}

    private record Share(long schedules, long calls, Coverage coverage) {}

    /**
     * A run to come.
     *
     * @param goesOn whether it goes on after a broken promise
     * @param progress is told the number of a schedule now and then, from any thread
     */
    Simulation(long seed, long schedules, PlantedFault planted, boolean goesOn, LongConsumer progress) {
        this.seed = seed;
        this.goesOn = goesOn;
        silenceLogs();
        this.schedules = schedules;
        this.planted = planted;
        this.progress = progress;
    }

    Report run() throws InterruptedException {
        long start = System.nanoTime();
        int workers = Runtime.getRuntime().availableProcessors();
        long ran = 0;
        long calls = 0;
        Coverage coverage = new Coverage();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Callable<Share>> work = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                work.add(this::share);
            }
            for (Future<Share> share : threads.invokeAll(work)) {
                ran += share.get().schedules();
                calls += share.get().calls();
                coverage.addAll(share.get().coverage());
            }
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Report(ran, calls, seconds, coverage, new TreeMap<>(failed));
    }

    /** What the code under test logs is no news here. */
    private static void silenceLogs() {
        if (LoggerFactory.getLogger("dev.sundog.connector.caller.HaloCaller") instanceof Logger logger) {
            logger.setLevel(Level.OFF);
        }
    }

    private boolean over() {
        return !goesOn && !failed.isEmpty();
    }

    private Share share() {
        long ran = 0;
        long calls = 0;
        Coverage coverage = new Coverage();
        for (long from = next.getAndAdd(PORTION); from < schedules && !over(); from = next.getAndAdd(PORTION)) {
            for (long number = from; number < Math.min(from + PORTION, schedules) && !over(); number++) {
                Schedule.Result result = Schedule.run(Planner.plan(seed + number), planted, false);
                ran++;
                calls += result.calls();
                coverage.addAll(result.coverage());
                if (result.violation() != null) {
                    failed.putIfAbsent(result.violation().promise(), result);
                    coverage.count("broken", result.violation().promise().name());
                }
            }
            progress.accept(from);
        }
        return new Share(ran, calls, coverage);
    }
}
