package dev.sundog.benchmarks.routing;

import dev.sundog.benchmarks.Table;
import dev.sundog.benchmarks.house.Deadline;
import dev.sundog.benchmarks.house.House;
import dev.sundog.benchmarks.house.JavaProcess;
import dev.sundog.configuration.RuleAction;
import dev.sundog.configuration.TicketTemplate;
import dev.sundog.contract.Topics;
import dev.sundog.event.Alert;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./sundog bench routing-throughput}: records a second of one routing instance with one thread, exactly once, each alert
 * asked by 20 rules and routed, against a transactional pass-through of the same bytes in the same run. Both read a topic that was
 * filled before, and are measured when they have run for a while.
 */
public final class ThroughputBenchmark {

    private static final int ORGANIZATIONS = 500;
    private static final String COPY = "benchmark-copy";

    private final Path checkout;
    private final Span passed;
    private final Span routed;
    private final PrintStream console;

    /** What is measured of a reader: from so many records to so many. */
    private record Span(long from, long to) {}

    /** How fast it was. */
    private record Rate(double perSecond, double microsOfCpu) {}

    /**
     * A measurement.
     *
     * @param checkout folder with the modules, packaged
     * @param alerts how many are routed; half of them before it is measured
     */
    public ThroughputBenchmark(Path checkout, int alerts, PrintStream console) {
        this.checkout = checkout;
        this.passed = new Span(alerts, 3L * alerts);
        this.routed = new Span(alerts / 2, alerts);
        this.console = console;
    }

    /**
     * Prints a table. Ends within four minutes.
     *
     * @throws IllegalStateException if something takes too long
     */
    public void run() {
        console.println("Throughput of routing: one thread, one broker, 6 partitions, alerts of about 900 bytes.");
        try (var house = House.open(checkout, Deadline.in(Duration.ofMinutes(4)))) {
            house.kafka().createTopic(COPY);
            fill(house);
            var before = passThrough(house, "pass-through-before");
            var routing = route(house);
            console.println(new Table("what", "records a second", "µs of CPU a record", "of the baseline's rate")
                    .row(cells("baseline: transactional pass-through of bytes, 5,000 a transaction", before, before))
                    .row(cells("routing: 20 rules, decision and ticket request", routing, before)));
        }
    }

    private void fill(House house) {
        try (var feed = new AvroFeed(house)) {
            feed.send(Topics.CONNECTIONS, AvroRecords.CONNECTION, AvroRecords.connection());
            var team = TicketTemplate.newBuilder().setTeam("DBA").build();
            feed.send(Topics.POLICIES, AvroRecords.POLICY, AvroRecords.policy(RuleAction.ROUTE, team));
            var family = AvroRecords.organizations();
            feed.send(Topics.ORGANIZATIONS, AvroRecords.PARENT, family.getFirst());
            for (int number = 0; number < ORGANIZATIONS; number++) {
                var id = "organization-" + number;
                feed.send(
                        Topics.ORGANIZATIONS,
                        id,
                        dev.sundog.configuration.Organization.newBuilder(family.getLast())
                                .setId(id)
                                .build());
            }
            for (int number = 0; number < passed.to(); number++) {
                var id = "organization-" + number % ORGANIZATIONS;
                feed.send(
                        Topics.ALERTS,
                        id,
                        Alert.newBuilder(AvroRecords.alert())
                                .setEventId("event-" + number)
                                .setOrganizationId(id)
                                .setDedupKey("matter-" + number % 1_000)
                                .build());
            }
        }
    }

    private Rate passThrough(House house, String name) {
        try (var process = house.start(
                name,
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PassThrough.class.getName(),
                        house.bootstrapServers(),
                        Topics.ALERTS.name(),
                        COPY))) {
            return measured(house, process, PassThrough.GROUP, passed);
        }
    }

    private Rate route(House house) {
        try (var instance = RoutingInstance.start(house, "routing", "512m")) {
            return measured(house, instance.process(), RoutingInstance.GROUP, routed);
        }
    }

    private static Rate measured(House house, JavaProcess process, String group, Span span) {
        try (var admin = house.kafka().admin()) {
            var watch = new Watch(process);
            house.deadline().await(group + " warmed up", () -> {
                process.requireAlive();
                return watch.at(house.kafka().committed(admin, group, Topics.ALERTS.name())) >= span.from();
            });
            var first = watch.look();
            house.deadline().await(group + " through", () -> {
                process.requireAlive();
                return watch.at(house.kafka().committed(admin, group, Topics.ALERTS.name())) >= span.to();
            });
            return first.rate(watch.look());
        }
    }

    private static String[] cells(String what, Rate rate, Rate baseline) {
        return new String[] {
            what,
            number("%,.0f", rate.perSecond()),
            number("%,.1f", rate.microsOfCpu()),
            number("%,.2f", rate.perSecond() / baseline.perSecond())
        };
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** Remembers how far a process was when somebody looked last. */
    private static final class Watch {

        private final JavaProcess process;
        private long records;
        private long nanos;

        Watch(JavaProcess process) {
            this.process = process;
        }

        long at(long committed) {
            records = committed;
            nanos = System.nanoTime();
            return committed;
        }

        Look look() {
            return new Look(records, nanos, process.cpu());
        }
    }

    private record Look(long records, long nanos, Duration cpu) {

        Rate rate(Look later) {
            double count = later.records - records;
            return new Rate(
                    count / ((later.nanos - nanos) / 1e9), later.cpu.minus(cpu).toNanos() / 1e3 / count);
        }
    }
}
