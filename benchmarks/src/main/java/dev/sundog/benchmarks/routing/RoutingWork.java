package dev.sundog.benchmarks.routing;

import dev.sundog.configuration.RuleAction;
import dev.sundog.configuration.TicketTemplate;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.decision.TicketWriter;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.wire.AvroConfigurationReader;
import dev.sundog.routing.wire.AvroDecisionWriter;
import dev.sundog.routing.wire.AvroEventReader;
import dev.sundog.routing.wire.ReadOutcome;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs: the way of one alert through routing, without Kafka. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RoutingWork {

    private static final Instant ACCEPTED = Instant.parse("2026-11-21T20:00:01Z");
    private static final String SUMMARY = "[{{severity}}] {{label.host}}: {{title}}";
    private static final String DETAILS = "<h3>{{title}}</h3><p>{{description}}</p><table>{{#resources}}<tr><td>"
            + "<a href=\"{{url}}\">{{name}}</a></td><td>{{type}}</td></tr>{{/resources}}</table>"
            + "{{#links}}<p><a href=\"{{href}}\">{{text}}</a></p>{{/links}}<p>{{occurredAt}}</p>";

    private final AvroWire wire = new AvroWire();
    private final Headers headers = new RecordHeaders();
    private final AvroEventReader events = new AvroEventReader("", wire.deserializer(), wire.serializer());
    private final AvroDecisionWriter decisions = new AvroDecisionWriter("", wire.serializer());
    private final Router router = new Router(new RuleBook(), new TicketWriter(new TicketTexts()));
    private final byte[] bytes = wire.bytes("alerts-v1", AvroRecords.alert());
    private final Event event = event();
    private final ConfigurationTables routes = new ConfigurationTables();
    private final ConfigurationTables suppresses = new ConfigurationTables();
    private final ConfigurationTables templates = new ConfigurationTables();

    /** Fills the tables and makes sure that what is measured is what is meant. */
    @Setup
    public void fill() {
        var team = TicketTemplate.newBuilder().setTeam("DBA").build();
        fill(routes, RuleAction.ROUTE, team);
        fill(suppresses, RuleAction.SUPPRESS, team);
        var worded = TicketTemplate.newBuilder(team)
                .setSummaryTemplate(SUMMARY)
                .setDetailsTemplate(DETAILS)
                .build();
        fill(templates, RuleAction.ROUTE, worded);
        expect(decide(), Decision.Routed.class);
        expect(decideSuppressed(), Decision.Suppressed.class);
        expect(decideWithTemplates(), Decision.Routed.class);
    }

    /** The baseline: bytes to a generated record. */
    @Benchmark
    public @Nullable Object readAvro() {
        return wire.deserializer().deserialize("alerts-v1", headers, bytes);
    }

    /** Bytes to an event in routing's words. */
    @Benchmark
    public Event readEvent() {
        return event();
    }

    /** 20 rules, of which the last suppresses: customer and rules, no words. */
    @Benchmark
    public Decision decideSuppressed() {
        return router.decide(event, suppresses, ACCEPTED);
    }

    /** 20 rules, of which the last routes: customer, rules, fields, words in the house's form, note, key. */
    @Benchmark
    public Decision decide() {
        return router.decide(event, routes, ACCEPTED);
    }

    /** The same with templates for headline and details. */
    @Benchmark
    public Decision decideWithTemplates() {
        return router.decide(event, templates, ACCEPTED);
    }

    /** The whole way: alert's bytes in, decision's and ticket request's bytes out. */
    @Benchmark
    public int wholeWay() {
        var read = event();
        var decision = (Decision.Routed) router.decide(read, routes, ACCEPTED);
        return decisions.decision(read, decision, ACCEPTED, false).length
                + decisions.request(read, decision, ACCEPTED).length;
    }

    private Event event() {
        return value(events.read(Kind.ALERT, headers, bytes, ACCEPTED));
    }

    private void fill(ConfigurationTables tables, RuleAction action, TicketTemplate then) {
        var reader = new AvroConfigurationReader(wire.deserializer());
        AvroRecords.organizations().forEach(organization -> {
            byte[] record = wire.bytes("organizations-v1", organization);
            tables.putOrganization(
                    organization.getId(),
                    value(reader.organization("organizations-v1", organization.getId(), headers, record)));
        });
        byte[] connection = wire.bytes("connections-v1", AvroRecords.connection());
        tables.putConnection(
                AvroRecords.CONNECTION,
                value(reader.connection("connections-v1", AvroRecords.CONNECTION, headers, connection)));
        byte[] policy = wire.bytes("policies-v1", AvroRecords.policy(action, then));
        tables.putPolicy(AvroRecords.POLICY, value(reader.policy("policies-v1", AvroRecords.POLICY, headers, policy)));
    }

    private static void expect(Decision decision, Class<? extends Decision> expected) {
        var rule = decision.trail().rule();
        if (!expected.isInstance(decision) || rule == null || !rule.id().equals("rule-" + AvroRecords.RULES)) {
            throw new IllegalStateException("not what is to be measured: " + decision);
        }
    }

    private static <T> T value(ReadOutcome<T> outcome) {
        return switch (outcome) {
            case ReadOutcome.Read<T>(T value) -> value;
            case ReadOutcome.Undecodable<T>(String why) -> throw new IllegalStateException(why);
        };
    }
}
