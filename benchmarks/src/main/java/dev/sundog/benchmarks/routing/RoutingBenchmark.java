package dev.sundog.benchmarks.routing;

import dev.sundog.benchmarks.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code ./sundog bench routing}: time and allocation of a decision by JMH, and a million organizations in a JVM of their own. */
public final class RoutingBenchmark {

    private static final String BASELINE = "readAvro";
    private static final Map<String, String> STEPS = steps();
    private static final int ORGANIZATIONS = 1_000_000;

    private final PrintStream console;

    public RoutingBenchmark(PrintStream console) {
        this.console = console;
    }

    /** Prints two tables. */
    public void run() throws IOException, InterruptedException {
        console.println("Decisions: JMH, one thread, 5 warm-ups of 3 s and 5 measurements of 1 s.");
        console.println(decisions() + "\n");
        console.println("Organizations in the tables of one instance, a JVM of its own with a heap of 1 GB:");
        console.println(organizations());
    }

    private Table decisions() {
        var options = new OptionsBuilder()
                .include("^" + RoutingWork.class.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(3))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return table(new Runner(options).run());
        } catch (RunnerException failed) {
            throw new IllegalStateException("JMH did not run: " + failed.getMessage(), failed);
        }
    }

    private static Table table(Collection<RunResult> results) {
        var byStep = new LinkedHashMap<String, RunResult>();
        results.forEach(result -> byStep.put(result.getPrimaryResult().getLabel(), result));
        double baseline = secondary(byStep, BASELINE, CpuProfiler.LABEL);
        var table = new Table("what", "µs", "±", "µs of CPU", "times the baseline's", "bytes allocated");
        STEPS.forEach((step, what) -> {
            Result<?> time = time(byStep, step);
            double cpu = secondary(byStep, step, CpuProfiler.LABEL);
            table.row(
                    what,
                    number("%,.2f", time.getScore()),
                    number("%,.2f", time.getScoreError()),
                    number("%,.2f", cpu),
                    number("%,.1f", cpu / baseline),
                    number("%,.0f", secondary(byStep, step, "gc.alloc.rate.norm")));
        });
        return table;
    }

    private static Result<?> time(Map<String, RunResult> results, String step) {
        return found(results, step).getPrimaryResult();
    }

    @SuppressWarnings("rawtypes") // as JMH gives them
    private static double secondary(Map<String, RunResult> results, String step, String label) {
        return found(results, step).getSecondaryResults().entrySet().stream()
                .filter(result -> result.getKey().endsWith(label))
                .mapToDouble(result -> result.getValue().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH says nothing of " + label));
    }

    private static RunResult found(Map<String, RunResult> results, String step) {
        var result = results.get(step);
        if (result == null) {
            throw new IllegalStateException("JMH did not measure " + step + " but " + results.keySet());
        }
        return result;
    }

    private static String organizations() throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseG1GC",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                OrganizationsInMemory.class.getName(),
                Integer.toString(ORGANIZATIONS));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a million organizations did not fit: " + output);
        }
        return output.strip();
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    private static Map<String, String> steps() {
        var steps = new LinkedHashMap<String, String>();
        steps.put(BASELINE, "baseline: the alert's bytes to an Avro record");
        steps.put("readEvent", "to an event in routing's words");
        steps.put("decideSuppressed", "decision, 20 rules asked, suppressed: no words");
        steps.put("decide", "decision, 20 rules asked, routed, house's form");
        steps.put("decideWithTemplates", "decision, 20 rules asked, routed, templates for headline and details");
        steps.put("wholeWay", "bytes in, decision, ticket request's and decision's bytes out");
        return steps;
    }
}
