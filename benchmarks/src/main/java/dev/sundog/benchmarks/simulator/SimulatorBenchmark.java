package dev.sundog.benchmarks.simulator;

import dev.sundog.benchmarks.Table;
import dev.sundog.benchmarks.load.HttpLoad;
import dev.sundog.benchmarks.load.LoadResult;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Measures the simulator as others run it: {@code java -jar}, each server in a process of its own. */
public final class SimulatorBenchmark {

    /** A load, and the processor time that the server took for it: what counts when the machine is not idle. */
    private record Measured(LoadResult result, Duration cpu) {

        double cpuMicros() {
            return cpu.toNanos() / 1000.0 / result.requests();
        }
    }

    private final BenchmarkPlan plan;
    private final PrintStream console;
    private final InstantSource time;

    public SimulatorBenchmark(BenchmarkPlan plan, PrintStream console, InstantSource time) {
        this.plan = plan;
        this.console = console;
        this.time = time;
    }

    /** Prints three tables: start, memory, requests per second. */
    public void run() {
        boolean pinned = MeasuredProcess.canPin();
        console.println(pinned ? "Each server has one core." : "Servers and load share all cores.");
        start();
        int core = pinned ? 0 : -1;
        try (MeasuredProcess constant = MeasuredProcess.start(core, plan.flagged(plan.constant()));
                MeasuredProcess simulator = MeasuredProcess.start(core, plan.flagged(plan.simulator()))) {
            HaloRequests halo = HaloRequests.signIn(simulator.port());
            memory(simulator, halo);
            Table speed = new Table(
                    "request", "a second", "constant answer, a second", "ratio", "p50 ms", "p99 ms", "failed");
            requests(halo).forEach((what, requests) -> {
                // Right before, since other work on the machine comes and goes.
                Measured baseline = measure(constant, plan.anyRequest());
                add(speed, what, measure(simulator, requests), baseline);
            });
            console.println(speed + "\n");
        }
    }

    private Map<String, Supplier<byte[]>> requests(HaloRequests halo) {
        Map<String, Supplier<byte[]>> requests = new LinkedHashMap<>();
        requests.put("GET /api/Status", halo.statuses());
        requests.put("GET /api/Tickets/{id}", halo.ticketById());
        requests.put("GET /api/Tickets by third_party_id_string", halo.ticketByReference());
        requests.put("GET /api/Tickets by client_id and open_only, 10 rows", halo.ticketsOfCustomer());
        requests.put("GET /api/Tickets by open_only, 50 rows", halo.openTickets());
        requests.put("GET /api/Tickets by lastupdatefromdate, nothing new", halo.recentTickets(time.instant()));
        requests.put("POST /api/Tickets, one ticket", halo.create());
        return requests;
    }

    private void start() {
        List<Long> wall = new ArrayList<>();
        List<Long> cpu = new ArrayList<>();
        List<Long> resident = new ArrayList<>();
        for (int i = 0; i < plan.starts(); i++) {
            try (MeasuredProcess server = MeasuredProcess.start(-1, plan.simulator())) {
                wall.add(server.start().toMillis());
                cpu.add(server.cpu().toMillis());
                resident.add(server.residentMegabytes());
            }
        }
        console.println(new Table("start, " + plan.starts() + " times", "least", "median", "most")
                        .row(spread("command to first answer, ms", wall))
                        .row(spread("processor time, ms", cpu))
                        .row(spread("resident memory, MB", resident))
                + "\n");
    }

    private void memory(MeasuredProcess server, HaloRequests halo) {
        long before = System.nanoTime();
        halo.fill(plan.tickets());
        Duration length = Duration.ofNanos(System.nanoTime() - before);
        long resident = server.residentMegabytes();
        console.println(new Table("memory", "with %,d tickets".formatted(plan.tickets()))
                        .row("live heap, MB", String.valueOf(server.liveMegabytes()))
                        .row("resident, MB", String.valueOf(resident))
                        .row("creating them, 100 a request, s", "%.1f".formatted(length.toMillis() / 1000.0))
                + "\n");
    }

    private Measured measure(MeasuredProcess server, Supplier<byte[]> requests) {
        HttpLoad load = new HttpLoad(server.port(), plan.connections());
        load.run(requests, plan.warmUp());
        Duration before = server.cpu();
        LoadResult result = load.run(requests, plan.length());
        return new Measured(result, server.cpu().minus(before));
    }

    private static void add(Table table, String what, Measured measured, Measured baseline) {
        LoadResult result = measured.result();
        double ratio = result.perSecond() / baseline.result().perSecond();
        table.row(
                what,
                String.format(Locale.ROOT, "%,.0f", result.perSecond()),
                String.format(Locale.ROOT, "%,.0f", baseline.result().perSecond()),
                String.format(Locale.ROOT, "%.2f", ratio),
                String.format(Locale.ROOT, "%.0f", measured.cpuMicros()),
                String.format(Locale.ROOT, "%.2f", result.millis(50)),
                String.format(Locale.ROOT, "%.2f", result.millis(99)),
                String.valueOf(result.refused()));
    }

    private static String[] spread(String what, List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        LongStream three = LongStream.of(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
        List<String> cells = new ArrayList<>(List.of(what));
        three.mapToObj(String::valueOf).forEach(cells::add);
        return cells.toArray(String[]::new);
    }
}
