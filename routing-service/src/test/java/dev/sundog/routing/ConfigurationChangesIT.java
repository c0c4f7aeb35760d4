package dev.sundog.routing;

import static dev.sundog.routing.Records.OCCURRED;
import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.rule;
import static dev.sundog.routing.RoutingOnKafka.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.sundog.configuration.Connection;
import dev.sundog.configuration.Organization;
import dev.sundog.configuration.Policy;
import dev.sundog.configuration.Rule;
import dev.sundog.configuration.RuleAction;
import dev.sundog.configuration.TicketTemplate;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.testkit.KafkaExtension;
import dev.sundog.testkit.RegistryExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * Configuration that comes late, changes, goes and breaks while events flow, on a real broker. One service for all tests, which
 * keep apart by the names of their organizations.
 */
@ExtendWith({KafkaExtension.class, RegistryExtension.class})
class ConfigurationChangesIT {

    private static final byte[] BROKEN = {9, 9, 9};

    @TempDir
    static Path state;

    private static RoutingOnKafka kafka;
    private static ServletWebServerApplicationContext service;

    @BeforeAll
    static void start() {
        kafka = new RoutingOnKafka(state);
        service = kafka.running(kafka.start());
    }

    @AfterAll
    static void stop() {
        service.close();
        kafka.close();
    }

    @Test
    void routesInTheirOrderWhatCameBeforeAllItsConfiguration() {
        fires("late", "l0", "l1", "l2");
        awaitDecisions("late", 3);

        // What needs the others comes first.
        kafka.send(Topics.ORGANIZATIONS, "late", organization("late"));
        fires("late", "l3");
        kafka.send(Topics.CONNECTIONS, "late-halo", connection("late"));
        fires("late", "l4");
        kafka.send(Topics.POLICIES, "late-policy", policy("late", 1));

        awaitRequests("late", "l0", "l1", "l2", "l3", "l4");
        assertThat(decisions("late"))
                .filteredOn(RoutingDecision::getReleased)
                .extracting(RoutingDecision::getEventId, RoutingDecision::getOutcome)
                .contains(
                        tuple("l0", DecisionOutcome.ROUTED),
                        tuple("l1", DecisionOutcome.ROUTED),
                        tuple("l2", DecisionOutcome.ROUTED));
        assertThat(decisions("late"))
                .extracting(RoutingDecision::getReason)
                .contains(FailureReason.UNMAPPED_ORGANIZATION);
    }

    @Test
    void decidesByEachVersionFromTheMomentItIsKnown() {
        configured("changing");
        fires("changing", "v1");
        awaitRequests("changing", "v1");
        kafka.send(
                Topics.POLICIES,
                "changing-policy",
                policy("changing", 2, rule("noise", "event.eventId == 'x'", RuleAction.SUPPRESS)));
        kafka.send(Topics.POLICIES, "changing-policy", policy("changing", 3, routesTo("Second Line")));
        awaitKnown(tables -> tables.policy("changing-policy").orElseThrow().version() == 3);

        fires("changing", "v3");

        awaitRequests("changing", "v1", "v3");
        assertThat(requests("changing"))
                .extracting(
                        request -> request.getFields().getTeam(),
                        TicketRequest::getPolicyVersion,
                        request -> request.getFields().getCustomerId())
                .containsExactly(tuple("First Line", 1L, 12L), tuple("Second Line", 3L, 12L));
    }

    @ParameterizedTest
    @CsvSource({
        "ORGANIZATIONS, UNMAPPED_ORGANIZATION",
        "CONNECTIONS,   CONNECTION_DISABLED",
        "POLICIES,      RULE_ERROR"
    })
    void holdsWhatLosesItsConfigurationAndLetsItGoWhenThatComesBack(String which, FailureReason reason) {
        var name = "gone-" + which.toLowerCase();
        var lost = Lost.valueOf(which);
        configured(name);
        fires(name, "g0");
        awaitRequests(name, "g0");
        kafka.send(lost.topic, lost.key(name), null);
        awaitKnown(tables -> lost.isGone(tables, name));

        fires(name, "g1", "g2");
        awaitDecisions(name, 3);
        var during = requests(name);
        kafka.send(lost.topic, lost.key(name), lost.record(name));

        awaitRequests(name, "g0", "g1", "g2");
        assertThat(during).hasSize(1);
        assertThat(decisions(name))
                .filteredOn(decision -> decision.getOutcome() == DecisionOutcome.PARKED)
                .extracting(RoutingDecision::getReason)
                .contains(reason);
    }

    @Test
    void letsGoWhatADeletedSilenceHeld() {
        configured("quiet");
        kafka.send(
                Topics.SILENCES,
                "quiet-hours",
                SilenceRecords.silence("quiet-hours", OCCURRED)
                        .setUntilResolved(true)
                        .setOrganizations(List.of("quiet"))
                        .build());
        awaitKnown(tables -> tables.silences("acme-msp").stream()
                .anyMatch(silence -> silence.id().equals("quiet-hours")));
        fires("quiet", "q0", "q1");
        awaitDecisions("quiet", 2);
        var during = requests("quiet");

        kafka.send(Topics.SILENCES, "quiet-hours", null);

        awaitRequests("quiet", "q0", "q1");
        assertThat(during).isEmpty();
        assertThat(decisions("quiet").getFirst().getReason()).isEqualTo(FailureReason.SILENCED);
    }

    @ParameterizedTest
    @CsvSource({
        "ORGANIZATIONS, UNMAPPED_ORGANIZATION",
        "CONNECTIONS,   CONNECTION_DISABLED",
        "POLICIES,      RULE_ERROR"
    })
    void holdsEventsWhereARecordCannotBeReadAndGoesOnWithOthers(String which, FailureReason reason) {
        var name = "broken-" + which.toLowerCase();
        var lost = Lost.valueOf(which);
        configured(name);
        configured(name + "-other");
        kafka.sendBytes(lost.topic, lost.key(name), null, BROKEN);
        awaitKnown(tables -> lost.isGone(tables, name));

        fires(name, "b0");
        fires(name + "-other", "o0");
        awaitDecisions(name, 1);
        awaitRequests(name + "-other", "o0");
        var during = requests(name);
        kafka.send(lost.topic, lost.key(name), lost.record(name));

        awaitRequests(name, "b0");
        assertThat(during).isEmpty();
        assertThat(decisions(name).getFirst().getReason()).isEqualTo(reason);
    }

    @Test
    void holdsTheEventsOfAPolicyThatTheEngineRefusesUntilItIsMended() {
        configured("refused");
        kafka.send(
                Topics.POLICIES,
                "refused-policy",
                policy("refused", 2, rule("typo", "event.severty == 'HIGH'", RuleAction.SUPPRESS)));
        awaitKnown(tables -> tables.policy("refused-policy").orElseThrow().version() == 2);
        fires("refused", "r0", "r1");
        awaitDecisions("refused", 2);
        var during = requests("refused");

        kafka.send(Topics.POLICIES, "refused-policy", policy("refused", 3, routesTo("Second Line")));

        awaitRequests("refused", "r0", "r1");
        assertThat(during).isEmpty();
        assertThat(decisions("refused").getFirst()).satisfies(parked -> {
            assertThat(parked.getReason()).isEqualTo(FailureReason.RULE_ERROR);
            assertThat(parked.getPolicyVersion()).isEqualTo(2);
            assertThat(parked.getDetail()).contains("typo", "event.severty");
        });
        assertThat(requests("refused"))
                .extracting(TicketRequest::getPolicyVersion)
                .containsOnly(3L);
    }

    @Test
    void neverDeliversAnOrganizationThatTwoTenantsNameByTheOthersConnection() {
        configured("shared");
        kafka.sendFrom("other-msp", alert("s0", "shared"));
        kafka.sendFrom("acme-msp", alert("s1", "shared"));
        awaitRequests("shared", "s1");
        var taken = Organization.newBuilder(organization("shared"))
                .setTenantId("other-msp")
                .setCustomerId(99L)
                .build();
        kafka.send(Topics.ORGANIZATIONS, "shared", taken);
        awaitKnown(
                tables -> tables.organization("shared").orElseThrow().tenantId().equals("other-msp"));

        kafka.sendFrom("acme-msp", alert("s2", "shared"));
        kafka.sendFrom("other-msp", alert("s3", "shared"));
        fires("shared", "s4");

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(decisions("shared"))
                        .extracting(RoutingDecision::getEventId, RoutingDecision::getReason)
                        .contains(
                                tuple("s0", FailureReason.UNMAPPED_ORGANIZATION),
                                tuple("s2", FailureReason.UNMAPPED_ORGANIZATION),
                                tuple("s3", FailureReason.CONNECTION_DISABLED),
                                tuple("s4", FailureReason.CONNECTION_DISABLED)));
        assertThat(requests("shared")).extracting(TicketRequest::getEventId).containsExactly("s1");
        assertThat(requests("shared"))
                .extracting(request -> request.getFields().getCustomerId())
                .containsOnly(12L);
    }

    /** What a tombstone or broken bytes take away, and how it comes back. */
    private enum Lost {
        ORGANIZATIONS(Topics.ORGANIZATIONS, ""),
        CONNECTIONS(Topics.CONNECTIONS, "-halo"),
        POLICIES(Topics.POLICIES, "-policy");

        private final Topic topic;
        private final String ending;

        Lost(Topic topic, String ending) {
            this.topic = topic;
            this.ending = ending;
        }

        String key(String name) {
            return name + ending;
        }

        boolean isGone(ConfigurationTables tables, String name) {
            return switch (this) {
                case ORGANIZATIONS -> tables.organization(key(name)).isEmpty();
                case CONNECTIONS -> tables.connection(key(name)).isEmpty();
                case POLICIES -> tables.policy(key(name)).isEmpty();
            };
        }

        SpecificRecord record(String name) {
            return switch (this) {
                case ORGANIZATIONS -> organization(name);
                case CONNECTIONS -> connection(name);
                case POLICIES -> policy(name, 2);
            };
        }
    }

    private static void configured(String name) {
        kafka.send(Topics.CONNECTIONS, name + "-halo", connection(name));
        kafka.send(Topics.POLICIES, name + "-policy", policy(name, 1, routesTo("First Line")));
        kafka.send(Topics.ORGANIZATIONS, name, organization(name));
        awaitKnown(tables -> tables.connection(name + "-halo").isPresent()
                && tables.policy(name + "-policy").isPresent()
                && tables.organization(name).isPresent());
    }

    private static void fires(String organization, String... eventIds) {
        for (var eventId : eventIds) {
            kafka.send(Topics.ALERTS, organization, alert(eventId, organization));
        }
    }

    private static void awaitKnown(Predicate<ConfigurationTables> known) {
        await().atMost(LONG).until(() -> known.test(service.getBean(ConfigurationTables.class)));
    }

    private static void awaitDecisions(String organization, int count) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(decisions(organization)).hasSize(count));
    }

    /** Exactly these, in this order. */
    private static void awaitRequests(String organization, String... eventIds) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(requests(organization))
                        .extracting(TicketRequest::getEventId)
                        .containsExactly(eventIds));
    }

    private static List<RoutingDecision> decisions(String organization) {
        return kafka.seen(Topics.ROUTING_DECISIONS, RoutingDecision.class).stream()
                .filter(decision -> decision.getOrganizationId().equals(organization))
                .toList();
    }

    private static List<TicketRequest> requests(String organization) {
        return kafka.seen(Topics.TICKET_REQUESTS, TicketRequest.class).stream()
                .filter(request -> request.getOrganizationId().equals(organization))
                .toList();
    }

    private static Organization organization(String name) {
        return Organization.newBuilder(Records.organization(name, 12L))
                .setConnectionId(name + "-halo")
                .build();
    }

    private static Connection connection(String name) {
        return Connection.newBuilder(Records.connection(true))
                .setId(name + "-halo")
                .setPolicyId(name + "-policy")
                .build();
    }

    private static Policy policy(String name, long version, Rule... rules) {
        return Policy.newBuilder(Records.policy(version, rules))
                .setId(name + "-policy")
                .build();
    }

    private static Rule routesTo(String team) {
        var rule = rule("all", null, RuleAction.ROUTE);
        rule.setThen(TicketTemplate.newBuilder().setTeam(team).build());
        return rule;
    }
}
