package dev.sundog.routing.decision;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.connection;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.goOn;
import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rightsize;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.summary;
import static dev.sundog.routing.Examples.team;
import static dev.sundog.routing.Examples.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.policy.RuleTrace;
import dev.sundog.routing.policy.RuleTrace.Said;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final List<String> CONDITIONS = List.of(
            "true",
            "false",
            "event.severity == 'HIGH'",
            "event.kind == 'RECOMMENDATION' && event.estimatedSaving > 100.0",
            "event.labels['env'] == 'prod'",
            "event.resources.exists(r, r.id == 'db-1')",
            "event.severty == 'HIGH'",
            "1 / size(event.resources) == 1");
    private static final List<TicketTemplate> TEMPLATES =
            List.of(team("a"), type(4), summary("{{title}}"), summary("{{#broken"), TicketTemplate.NONE);

    private final ConfigurationTables tables = new ConfigurationTables();
    private final Router router = new Router(new RuleBook(), new TicketWriter(new TicketTexts()));

    @BeforeEach
    void mapContoso() {
        tables.putOrganization("contoso", contoso());
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", type(21)));
    }

    @RepeatedTest(200)
    void explainsExactlyTheDecisionThatIsMade(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var policy = anyPolicy(random);
        tables.putPolicy(policy.id(), policy);

        for (var event : anyEvents(random)) {
            var explanation = router.explain(event, tables, NOW);

            assertThat(explanation.decision()).isEqualTo(router.decide(event, tables, NOW));
            assertThat(explanation.decision()).isEqualTo(fresh().decide(event, tables, NOW));
            agrees(explanation, policy);
        }
    }

    @Test
    void tellsWhatEachRuleSaidAndWhatItRead() {
        tables.putPolicy(
                "acme-policy",
                policy(
                        rule("low", "event.severity == 'LOW'", Action.SUPPRESS, TicketTemplate.NONE),
                        goOn("all", team("x")),
                        rule("prod", "event.labels.env == 'prod'", Action.ROUTE, type(4)),
                        rule("rest", null, Action.ROUTE, type(5))));

        var trace = router.explain(diskFull(), tables, NOW).trace();

        assertThat(trace).extracting(RuleTrace::said).containsExactly(Said.NO, Said.YES, Said.YES, Said.NOT_REACHED);
        assertThat(trace.getFirst().values()).containsExactly(entry("event.severity", "HIGH"));
        assertThat(trace.get(2).values()).containsExactly(entry("event.labels", "{env=prod, host=db-1}"));
    }

    @Test
    void saysWhatABrokenRuleRead() {
        tables.putPolicy(
                "acme-policy", policy(rule("broken", "event.labels['absent'] == 'x'", Action.ROUTE, team("x"))));

        var trace = router.explain(diskFull(), tables, NOW).trace().getFirst();

        assertThat(trace.said()).isEqualTo(Said.BROKEN);
        assertThat(trace.why()).isNotBlank();
        assertThat(trace.values()).containsOnlyKeys("event.labels");
    }

    @Test
    void saysThatARuleIsPassedOverForWhatEndsAMatter() {
        tables.putPolicy("acme-policy", policy(rule("quiet", null, Action.SUPPRESS, TicketTemplate.NONE)));

        var trace =
                router.explain(alert("e2", "contoso", true, null), tables, NOW).trace();

        assertThat(trace).singleElement().satisfies(line -> {
            assertThat(line.said()).isEqualTo(Said.PASSED_OVER);
            assertThat(line.why()).isEqualTo("the event ends its matter");
        });
    }

    @Test
    void cutsValuesThatAreLong() {
        tables.putPolicy(
                "acme-policy", policy(rule("many", "size(event.resources) > 3", Action.ROUTE, TicketTemplate.NONE)));

        var trace = router.explain(rightsize(200), tables, NOW).trace().getFirst();

        assertThat(trace.values().get("event.resources")).hasSize(500).endsWith("…");
    }

    @Test
    void hasNoTraceWhereNoPolicyWasAsked() {
        assertThat(router.explain(alert("e1", "unheard-of", false, null), tables, NOW)
                        .trace())
                .isEmpty();
    }

    /** The trace must tell the same story as the decision. */
    private static void agrees(Explanation explanation, Policy policy) {
        var trace = explanation.trace();
        assertThat(trace).extracting(RuleTrace::rule).containsExactlyElementsOf(policy.rules());
        var rule = explanation.decision().trail().rule();
        var named = trace.stream()
                .filter(line -> line.said() == Said.YES || line.said() == Said.BROKEN)
                .map(RuleTrace::rule)
                .toList();
        if (rule == null) {
            assertThat(named).isEmpty();
        } else {
            assertThat(named).contains(rule);
        }
    }

    private static Router fresh() {
        return new Router(new RuleBook(), new TicketWriter(new TicketTexts()));
    }

    private static Policy anyPolicy(Random random) {
        var rules = IntStream.range(0, random.nextInt(8))
                .mapToObj(number -> new Rule(
                        "r" + number,
                        "r" + number,
                        any(CONDITIONS, random),
                        any(List.of(Action.values()), random),
                        "because",
                        any(List.of(NOW.minusSeconds(1), NOW, NOW.plusSeconds(1)), random),
                        random.nextBoolean(),
                        any(TEMPLATES, random)))
                .toList();
        return new Policy("acme-policy", "acme-msp", random.nextInt(3), rules);
    }

    private static List<Event> anyEvents(Random random) {
        return List.of(
                diskFull(),
                alert("e" + random.nextInt(9), "contoso", random.nextBoolean(), "acme-msp"),
                rightsize(random.nextInt(4)));
    }

    private static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
