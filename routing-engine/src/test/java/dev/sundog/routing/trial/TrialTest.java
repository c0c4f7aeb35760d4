package dev.sundog.routing.trial;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.connection;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.team;
import static dev.sundog.routing.Examples.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialTest {

    private final ConfigurationTables tables = new ConfigurationTables();

    @BeforeEach
    void mapContoso() {
        tables.putOrganization("contoso", contoso());
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", type(21)));
        tables.putPolicy("acme-policy", policy(rule("all", null, Action.ROUTE, team("First"))));
    }

    @Test
    void triesAPolicyInPlaceOfTheOneInForce() {
        var tried = policy(rule("all", null, Action.ROUTE, team("Second")));

        var decision = decide(new Candidate(tables, tried, false));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Routed.class,
                        routed -> assertThat(routed.wish().fields().team()).isEqualTo("Second"));
    }

    @Test
    void leavesOrganizationsOfAnotherPolicyAloneUnlessAskedToTryItEverywhere() {
        var tried = new Policy(
                "new-policy", "acme-msp", 1, List.of(rule("none", null, Action.SUPPRESS, TicketTemplate.NONE)));

        assertThat(decide(new Candidate(tables, tried, false))).isInstanceOf(Decision.Routed.class);
        assertThat(decide(new Candidate(tables, tried, true))).isInstanceOf(Decision.Suppressed.class);
    }

    @Test
    void knowsNothingOfOtherTenants() {
        var foreign = new Policy("foreign", "other-msp", 1, List.of(rule("all", null, Action.ROUTE, team("x"))));

        var decision = decide(new Candidate(tables, foreign, true));

        assertThat(decision).isInstanceOfSatisfying(Decision.Parked.class, parked -> {
            assertThat(parked.reason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION);
            assertThat(parked.trail().organization()).isNull();
        });
    }

    @Test
    void findsNoDifferenceWhereOnlyTheRuleIsAnother() {
        var renamed = policy(rule("renamed", null, Action.ROUTE, team("First")));

        assertThat(between(renamed)).isEmpty();
    }

    @Test
    void namesTheFieldsOfTheTicketThatWouldDiffer() {
        var other = policy(rule("all", null, Action.ROUTE, team("Second").over(type(22))));

        assertThat(between(other).orElseThrow().fields())
                .containsExactly(
                        new Difference.Field("team", "First", "Second"),
                        new Difference.Field("ticketTypeId", "21", "22"));
    }

    @Test
    void findsADifferenceWhereNoTicketComes() {
        var quiet = policy(rule("quiet", null, Action.SUPPRESS, TicketTemplate.NONE));

        assertThat(between(quiet).orElseThrow().draft()).isInstanceOf(Decision.Suppressed.class);
        assertThat(between(quiet).orElseThrow().fields()).isEmpty();
    }

    @Test
    void tellsEveryFieldOfATicket() {
        var routed = (Decision.Routed) decide(tables);

        var facts = TicketFacts.of(routed.wish());

        assertThat(facts)
                .containsEntry("customerId", "12")
                .containsEntry("team", "First")
                .containsEntry("ticketKey", "acme-halo/contoso/watchtower/disk-db-1")
                .containsKeys("summary", "detailsHtml", "noteHtml", "lifecycle.closedStatusId");
        var set = Arrays.stream(routed.wish().fields().getClass().getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .filter(facts::containsKey);
        assertThat(set).contains("customerId", "siteId", "ticketTypeId", "team", "summary", "detailsHtml");
    }

    @Test
    void holdsADecisionToItsExample() {
        var decision = decide(tables);

        assertThat(example("ROUTED", "all", Map.of("team", "First")).faults(decision))
                .isEmpty();
        assertThat(example("ROUTED", "other", Map.of("team", "Second", "agentId", "3"))
                        .faults(decision))
                .containsExactly(
                        "rule: expected other, got all",
                        "agentId: expected \"3\", got \"\"",
                        "team: expected \"Second\", got \"First\"");
    }

    @Test
    void saysWhyAnEventOfAnExampleBecameNoTicket() {
        var parked = Router.alone().decide(alert("e1", "unheard-of", false, null), tables, NOW);

        assertThat(example("ROUTED", null, Map.of("team", "First")).faults(parked))
                .containsExactly(
                        "outcome: expected ROUTED, got PARKED"
                                + " (UNMAPPED_ORGANIZATION: organization unheard-of is not known)",
                        "team: expected \"First\", but there is no ticket");
    }

    private java.util.Optional<Difference> between(Policy draft) {
        return Difference.between(decide(tables), decide(new Candidate(tables, draft, false)));
    }

    private static Example example(String outcome, String ruleId, Map<String, String> fields) {
        return new Example("example", diskFull(), outcome, ruleId, fields);
    }

    private static Decision decide(dev.sundog.routing.decision.Configuration configuration) {
        return Router.alone().decide(diskFull(), configuration, NOW);
    }
}
