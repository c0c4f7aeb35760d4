package dev.sundog.routing.check;

import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.policy.Rule.Action;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {

    private final PolicyCheck check = new PolicyCheck();

    @Test
    void findsNothingWrongWithASoundPolicy() {
        assertThat(check.check(policy(rule("fine", "event.severity == 'HIGH'", Action.ROUTE, team("x")))))
                .isEmpty();
    }

    @Test
    void pointsAtTheConditionThatCannotBeAsked() {
        var findings = check.check(policy(
                rule("fine", null, Action.ROUTE, team("x")),
                rule("typo", "event.severty == 'HIGH'", Action.ROUTE, team("x"))));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/rules/1/when");
            assertThat(finding.message()).contains("typo").contains("event.severty");
        });
    }
}
