package dev.sundog.benchmarks.routing;

import dev.sundog.benchmarks.Table;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.wire.AvroConfigurationReader;
import dev.sundog.routing.wire.ReadOutcome;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Fills the tables with organizations from their records and weighs them. A program of its own: the heap must hold nothing else.
 *
 * <p>A thousand tenants, each with a connection and a parent organization that has it; every organization has a name, a customer
 * and a site, every tenth ticket fields of its own. Records are made in batches between which the clock stands still.
 */
final class OrganizationsInMemory {

    private static final int BATCH = 10_000;
    private static final String TOPIC = "organizations-v1";

    private final AvroWire wire = new AvroWire();
    private final Headers headers = new RecordHeaders();
    private final AvroConfigurationReader reader = new AvroConfigurationReader(wire.deserializer());
    private final ConfigurationTables tables = new ConfigurationTables();

    static void main(String[] args) {
        PrintStream console = System.out;
        new OrganizationsInMemory().run(Integer.parseInt(args[0]), console);
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares entries
    private record Entry(String id, byte[] record) {}

    private void run(int count, PrintStream console) {
        fill(batch(0, BATCH));
        long before = used();
        long bytes = 0;
        long nanos = 0;
        for (int from = BATCH; from < BATCH + count; from += BATCH) {
            var batch = batch(from, BATCH);
            bytes += batch.stream().mapToLong(entry -> entry.record().length).sum();
            nanos += fill(batch);
        }
        long after = used();
        var table =
                new Table("organizations", "heap, MB", "bytes each", "a record's bytes", "filled in, s", "a second");
        table.row(
                number("%,.0f", count),
                number("%,.0f", (after - before) / 1e6),
                number("%,.0f", (after - before) / (double) count),
                number("%,.0f", bytes / (double) count),
                number("%,.1f", Duration.ofNanos(nanos).toMillis() / 1e3),
                number("%,.0f", count / (nanos / 1e9)));
        console.println(table);
        if (tables.organizations() != count + BATCH) {
            throw new IllegalStateException("the tables hold " + tables.organizations());
        }
    }

    private long fill(List<Entry> batch) {
        long began = System.nanoTime();
        for (var entry : batch) {
            switch (reader.organization(TOPIC, entry.id(), headers, entry.record())) {
                case ReadOutcome.Read<dev.sundog.routing.customer.Organization>(var organization) ->
                    tables.putOrganization(entry.id(), organization);
                case ReadOutcome.Undecodable<dev.sundog.routing.customer.Organization>(var why) ->
                    throw new IllegalStateException(why);
            }
        }
        return System.nanoTime() - began;
    }

    private List<Entry> batch(int from, int count) {
        var batch = new ArrayList<Entry>(count);
        for (int number = from; number < from + count; number++) {
            var organization = AvroMillion.organization(number);
            batch.add(new Entry(organization.getId(), wire.bytes(TOPIC, organization)));
        }
        return batch;
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
