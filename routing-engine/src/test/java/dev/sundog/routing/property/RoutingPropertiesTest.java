package dev.sundog.routing.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.check.PlaceCheck;
import dev.sundog.routing.check.PolicyCheck;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Explanation;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.RuleTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every decision, tried with random configuration and events; a failure names its seed. */
class RoutingPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final int EVENTS = 12;
    private static final String OF_A = "(of a)";
    private static final String OF_B = "(of b)";
    private static final String[] BRANCHES = {
        "Routed",
        "Suppressed",
        "SILENCED",
        "PARKED_BY_RULE",
        "RULE_ERROR",
        "UNMAPPED_ORGANIZATION",
        "CONNECTION_DISABLED",
        "went on",
        "looked up",
        "YES",
        "NO",
        "BROKEN",
        "PASSED_OVER",
        "NOT_REACHED"
    };

    private final Router router = Router.alone();

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decidesEveryEventWithoutAnExceptionAndTwiceTheSame(long seed) {
        var chances = new Chances(seed, seed % 2 == 0);
        var tables = configured(chances, "a", new ConfigurationTables());
        var another = Router.alone();

        for (int i = 0; i < EVENTS; i++) {
            var event = chances.event("a", i % 2 == 0 ? "a-root" : "a-leaf");

            var decision = router.decide(event, tables, NOW);

            assertThat(another.decide(event, tables, NOW)).isEqualTo(decision);
            assertThat(router.explain(event, tables, NOW).decision()).isEqualTo(decision);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void letsNothingOfAnotherTenantChangeADecision(long seed) {
        var chances = new Chances(seed, seed % 2 == 0);
        var alone = configured(chances, "a", new ConfigurationTables());
        var beside = configured(new Chances(seed, seed % 2 == 0), "a", new ConfigurationTables());
        // The other tenant names the first one's connection and policy, and sits below and above its organizations.
        var other = new Chances(seed + 1);
        var undisturbed = Router.alone();
        beside.putPolicy("b-policy", other.policy("b-policy", "b"));
        beside.putConnection("b-halo", other.connection("b-halo", "b", "a-policy"));
        beside.putOrganization("b-root", other.organization("b-root", "b", "a-root", "a-halo"));
        beside.putOrganization("b-leaf", other.organization("b-leaf", "b", "b-root", "b-halo"));
        beside.putSilence("b-silence", other.silence("b-silence", "b", "a-leaf"));

        for (int i = 0; i < EVENTS; i++) {
            var mine = chances.event("a", "a-leaf");
            var theirs = other.event("b", i % 2 == 0 ? "b-root" : "b-leaf");

            assertThat(router.decide(mine, beside, NOW)).isEqualTo(undisturbed.decide(mine, alone, NOW));
            assertThat(router.decide(theirs, beside, NOW)).isNotInstanceOf(Routed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showsNothingOfATenantToAnother(long seed) {
        var mine = new Chances(seed, seed % 2 == 0, OF_A);
        var theirs = new Chances(seed + 1, seed % 2 == 0, OF_B);
        var tables = configured(theirs, "b", configured(mine, "a", new ConfigurationTables()));

        for (int i = 0; i < EVENTS; i++) {
            var organization = i % 2 == 0 ? "root" : "leaf";
            var event = mine.event("a", "a-" + organization);
            var foreign = mine.sentBy("a", "b-" + organization);

            assertThat(router.explain(event, tables, NOW).toString()).doesNotContain(OF_B);
            assertThat(router.explain(theirs.event("b", "b-" + organization), tables, NOW)
                            .toString())
                    .doesNotContain(OF_A);
            assertThat(router.decide(foreign, tables, NOW)).isInstanceOf(Parked.class);
            assertThat(router.explain(foreign, tables, NOW).toString()).doesNotContain(OF_B);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsAtRunTimeOnlyWhatDependsOnTheEventInWhatTheCheckAccepted(long seed) {
        var chances = new Chances(seed, false);
        var tables = new ConfigurationTables();
        var policy = accepted(chances);
        tables.putPolicy("a-policy", policy);
        var connection = chances.connection("a-halo", "a", "a-policy");
        tables.putConnection(
                "a-halo", new PlaceCheck().check(connection.defaults()).isEmpty() ? connection : null);
        var root = chances.organization("a-root", "a", null, "a-halo");
        tables.putOrganization(
                "a-root", new PlaceCheck().check(root.overrides()).isEmpty() ? root : null);

        for (int i = 0; i < EVENTS; i++) {
            var decision = router.decide(chances.event("a", "a-root"), tables, NOW);

            // Whatever can be known beforehand is refused beforehand: names, types, texts, zones.
            assertThat(broken(decision))
                    .doesNotContain(
                            "no fact", "no such", "must give", "cannot be computed", "template failed", "hours");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lendsNothingOfATenantToAnother(long seed) {
        var theirs = new Chances(seed, seed % 2 == 0, OF_B);
        var tables = configured(new Chances(seed + 1, seed % 2 == 0, OF_A), "a", new ConfigurationTables());
        configured(theirs, "b", tables);
        // Each borrows one thing and has the others of its own, so that no other check stands in.
        var borrowers = List.of(
                theirs.organization("b-connection", "b", null, "a-halo"),
                theirs.organization("b-parent", "b", "a-root", "b-halo"),
                theirs.organization("b-policy", "b", null, "b-halo").decidedBy("a-policy"));

        for (var borrower : borrowers) {
            tables.putOrganization(borrower.id(), borrower);
            for (int i = 0; i < EVENTS; i++) {
                var explanation = router.explain(theirs.event("b", borrower.id()), tables, NOW);

                assertThat(explanation.decision()).isInstanceOf(Parked.class);
                assertThat(explanation.toString()).doesNotContain(OF_A);
            }
        }
    }

    /** How often the properties above come by each branch; fewer, and they mean little. */
    @Test
    void comesByEveryBranchOftenEnough() {
        var branches = new TreeMap<String, Integer>();
        LongStream.range(0, 60).forEach(seed -> {
            var chances = new Chances(seed, seed % 2 == 0, OF_A);
            var tables = configured(chances, "a", new ConfigurationTables());
            for (int i = 0; i < EVENTS; i++) {
                var explanation = router.explain(chances.event("a", i % 2 == 0 ? "a-root" : "a-leaf"), tables, NOW);
                branches(explanation).forEach(branch -> branches.merge(branch, 1, Integer::sum));
            }
            accepted(new Chances(seed, false));
        });

        assertThat(branches)
                .containsKeys(BRANCHES)
                .allSatisfy((branch, times) -> assertThat(times).as(branch).isGreaterThanOrEqualTo(10));
    }

    private static List<String> branches(Explanation explanation) {
        var branches = new ArrayList<String>();
        var decision = explanation.decision();
        branches.add(
                decision instanceof Parked parked
                        ? parked.reason().name()
                        : decision.getClass().getSimpleName());
        if (decision.toString().contains("Storage" + OF_A)) {
            branches.add("looked up");
        }
        for (var line : explanation.trace()) {
            if (line.said() == RuleTrace.Said.YES && line.rule().goOn()) {
                branches.add("went on");
            }
            branches.add(line.said().name());
        }
        return branches;
    }

    private static ConfigurationTables configured(Chances chances, String tenant, ConfigurationTables tables) {
        tables.putPolicy(tenant + "-policy", chances.policy(tenant + "-policy", tenant));
        tables.putConnection(tenant + "-halo", chances.connection(tenant + "-halo", tenant, tenant + "-policy"));
        tables.putOrganization(
                tenant + "-root", chances.organization(tenant + "-root", tenant, null, tenant + "-halo"));
        tables.putOrganization(
                tenant + "-leaf", chances.organization(tenant + "-leaf", tenant, tenant + "-root", null));
        // Two of three worlds have one: it would hide the rest.
        if (chances.oneOf(3) > 0) {
            tables.putSilence(tenant + "-silence", chances.silence(tenant + "-silence", tenant, tenant + "-leaf"));
        }
        return tables;
    }

    private static Policy accepted(Chances chances) {
        var check = new PolicyCheck();
        for (int i = 0; i < 500; i++) {
            var policy = chances.policy("a-policy", "a");
            if (check.check(policy).isEmpty()) {
                return policy;
            }
        }
        throw new IllegalStateException("no policy was accepted: the chances are too wild");
    }

    private static String broken(Decision decision) {
        return decision instanceof Parked parked && parked.reason() == FailureReason.RULE_ERROR ? parked.detail() : "";
    }
}
