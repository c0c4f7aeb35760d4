package dev.sundog.benchmarks.routing;

import dev.sundog.benchmarks.Table;
import dev.sundog.benchmarks.house.Deadline;
import dev.sundog.benchmarks.house.House;
import dev.sundog.contract.Topics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * {@code ./sundog bench routing-restore}: how long one instance takes from its start until its stream runs, with a million
 * organizations on a real broker, and what it weighs then. The baseline is the same start with hardly any.
 */
public final class RestoreBenchmark {

    private static final int FEW = 1;

    private final Path checkout;
    private final int organizations;
    private final PrintStream console;

    /**
     * A measurement.
     *
     * @param checkout folder with the modules, packaged
     */
    public RestoreBenchmark(Path checkout, int organizations, PrintStream console) {
        this.checkout = checkout;
        this.organizations = organizations;
        this.console = console;
    }

    /**
     * Prints a table. Ends within four minutes.
     *
     * @throws IllegalStateException if something takes too long or does not restore what was written
     */
    public void run() {
        console.println("Restore of routing: one instance (heap 1 GB, serial collector), one broker, one partition.");
        try (var house = House.open(checkout, Deadline.in(Duration.ofMinutes(4)))) {
            var table = new Table(
                    "organizations", "start to running, s", "processor time, s", "live heap, MB", "resident, MB");
            feed(house, 0, FEW);
            measure(house, FEW, table);
            long began = System.nanoTime();
            feed(house, FEW, organizations);
            var written = Duration.ofNanos(System.nanoTime() - began);
            measure(house, organizations, table);
            console.println(table);
            console.println(String.format(Locale.ROOT, "Writing them took %.1f s.", written.toMillis() / 1e3));
        }
    }

    private static void feed(House house, int from, int to) {
        try (var feed = new AvroFeed(house)) {
            for (int number = from; number < to; number++) {
                var organization = AvroMillion.organization(number);
                feed.send(Topics.ORGANIZATIONS, organization.getId(), organization);
            }
        }
    }

    private void measure(House house, int expected, Table table) {
        try (var instance = RoutingInstance.start(house, "routing-" + expected, "1g")) {
            long restored = instance.organizations();
            if (restored != expected) {
                throw new IllegalStateException("runs with " + restored + " organizations of " + expected);
            }
            table.row(
                    String.format(Locale.ROOT, "%,d", expected),
                    seconds(instance.start()),
                    seconds(instance.process().cpu()),
                    Long.toString(instance.process().liveMegabytes()),
                    Long.toString(instance.process().residentMegabytes()));
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }
}
