package dev.sundog.routing.policy;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.goOn;
import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rightsize;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.team;
import static dev.sundog.routing.Examples.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.policy.Verdict.Failed;
import dev.sundog.routing.policy.Verdict.Route;
import dev.sundog.routing.ticket.TicketTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    private final RuleBook book = new RuleBook();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.severity == 'HIGH' && event.kind == 'ALERT'",
                "event.severity in ['CRITICAL', 'HIGH']",
                "event.title.contains('Disk') && event.title.startsWith('Disk')",
                "event.title.matches('.*db-[0-9]+')",
                "'host' in event.labels && event.labels['host'] == 'db-1'",
                "has(event.labels.env) && event.labels.env == 'prod'",
                "event.resources.exists(r, r.type == 'virtual-machine')",
                "event.estimatedSaving == 0.0",
                "organization.id == 'contoso' && organization.tenantId == 'acme-msp'",
                "event.source == 'watchtower' && size(event.resources) == 1"
            })
    void understandsConditions(String when) {
        assertThat(ask(rule("r", when, Action.ROUTE, team("x"))))
                .isInstanceOfSatisfying(
                        Route.class, route -> assertThat(route.rule()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.severty == 'HIGH'",
                "event.severity == 3",
                "event.title",
                "event.labels['absent'] == 'x'",
                "1 / 0 == 1",
                "event.severity =="
            })
    void saysWhichRuleIsBroken(String when) {
        assertThat(ask(rule("broken", when, Action.ROUTE, team("x")))).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.rule().name()).isEqualTo("broken");
            assertThat(failed.why()).isNotBlank().doesNotContain("\n");
        });
    }

    @Test
    void stopsALoopThatWouldHoldTheStream() {
        var loop = "event.resources.all(a, event.resources.all(b, event.resources.all(c, a.id + b.id != c.id)))";

        var verdict = book.ask(policy(rule("loop", loop, Action.ROUTE, team("x"))), rightsize(200), contoso(), NOW);

        assertThat(verdict).isInstanceOf(Failed.class);
    }

    @Test
    void takesTheFirstRuleThatMatches() {
        var verdict = ask(
                rule("no", "event.severity == 'LOW'", Action.ROUTE, team("no")),
                rule("yes", "event.severity == 'HIGH'", Action.ROUTE, team("yes")),
                rule("late", null, Action.ROUTE, team("late")));

        assertThat(verdict).isInstanceOfSatisfying(Route.class, route -> {
            assertThat(route.rule().name()).isEqualTo("yes");
            assertThat(route.fields().team()).isEqualTo("yes");
        });
    }

    @Test
    void goesOnAndLetsTheEarlierFieldCount() {
        var verdict =
                ask(goOn("first", team("first")), rule("second", null, Action.ROUTE, type(4).over(team("second"))));

        assertThat(verdict).isInstanceOfSatisfying(Route.class, route -> {
            assertThat(route.rule().name()).isEqualTo("first");
            assertThat(route.fields().team()).isEqualTo("first");
            assertThat(route.fields().ticketTypeId()).isEqualTo(4);
        });
    }

    @Test
    void routesWithoutFieldsWhatNoRuleKnows() {
        assertThat(ask(rule("no", "false", Action.SUPPRESS, TicketTemplate.NONE)))
                .isEqualTo(new Route(TicketTemplate.NONE, null));
    }

    @Test
    void forgetsAVersionThatWasReplacedEvenUnderTheSameNumber() {
        ask(rule("old", null, Action.SUPPRESS, TicketTemplate.NONE));

        assertThat(ask(rule("new", null, Action.ROUTE, team("x")))).isInstanceOf(Route.class);
    }

    private Verdict ask(Rule... rules) {
        return book.ask(policy(rules), diskFull(), contoso(), NOW);
    }
}
