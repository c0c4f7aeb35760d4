package dev.sundog.routing.decision;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.connection;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.organization;
import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.ticket.CustomField;
import dev.sundog.routing.ticket.TicketFields;
import dev.sundog.routing.ticket.TicketTemplate;
import dev.sundog.routing.ticket.TicketTemplateBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ticket fields by constant, by map and by expression, and who wins. */
class FieldsTest {

    private static final Map<String, String> EVERYTHING = Map.ofEntries(
            Map.entry("ticketTypeId", "event.kind == 'ALERT' ? 1 : 99"),
            Map.entry("statusId", "2"),
            Map.entry("priorityId", "event.severity == 'HIGH' ? 3 : 4"),
            Map.entry("team", "event.labels['env'] + ' team'"),
            Map.entry("agentId", "4"),
            Map.entry("categories.1", "'Storage>' + event.category"),
            Map.entry("categories.3", "'C'"),
            Map.entry("customFields.CFhost", "event.labels['host']"),
            Map.entry("impact", "5"),
            Map.entry("urgency", "6"),
            Map.entry("slaId", "7"),
            Map.entry("sourceId", "8"),
            Map.entry("customerId", "9"),
            Map.entry("siteId", "10"),
            Map.entry("userId", "11"),
            Map.entry("parentTicketId", "12"),
            Map.entry("approvalProcessId", "13"),
            Map.entry("assetIds", "[14, 15]"),
            Map.entry("summary", "event.source + ': ' + event.title"),
            Map.entry("details", "'Look at <' + event.resources[0].id + '>'"));

    private final ConfigurationTables tables = new ConfigurationTables();
    private final Router router = Router.alone();

    @BeforeEach
    void mapContoso() {
        tables.putOrganization("contoso", contoso());
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", TicketTemplate.NONE));
    }

    @Test
    void setsEveryFieldByConstant() {
        var fields = fieldsOf(TicketTemplate.builder()
                .ticketTypeId(1L)
                .statusId(2L)
                .priorityBySeverity(Map.of("HIGH", 3L))
                .team("1st Line")
                .agentId(4L)
                .categories(List.of("A>B", "", "C"))
                .customFields(List.of(new CustomField("CFhost", "db-1")))
                .impact(5L)
                .urgency(6L)
                .slaId(7L)
                .sourceId(8L)
                .customerId(9L)
                .siteId(10L)
                .userId(11L)
                .parentTicketId(12L)
                .approvalProcessId(13L)
                .assetIds(List.of(14L, 15L))
                .build());

        assertThat(fields).isEqualTo(everything("1st Line", "A>B", fields.summary(), fields.detailsHtml()));
    }

    @Test
    void computesEveryFieldThatCanBeComputed() {

        var fields = fieldsOf(TicketTemplate.builder().computed(EVERYTHING).build());

        assertThat(fields.detailsHtml()).contains("Look at &lt;db-1&gt;");
        assertThat(fields)
                .isEqualTo(everything(
                        "prod team", "Storage>storage", "watchtower: Disk full on db-1", fields.detailsHtml()));
    }

    @Test
    void leavesOutWhatNobodySets() {
        var fields = fieldsOf(TicketTemplate.NONE);

        assertThat(fields)
                .isEqualTo(new TicketFields(
                        12,
                        18L,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        fields.summary(),
                        fields.detailsHtml()));
    }

    @Test
    void leavesToTheWiderPlaceWhatAnExpressionGivesNothingFor() {
        var fields = fieldsOf(TicketTemplate.builder()
                .team("constant")
                .computed(Map.of("team", "event.requestedBy", "agentId", "0"))
                .build());

        assertThat(fields.team()).isEqualTo("constant");
        assertThat(fields.agentId()).isNull();
    }

    @Test
    void choosesThePriorityBySeverityAndImpactBeforeTheOneBySeverity() {
        var both = TicketTemplate.builder()
                .priorityBySeverity(Map.of("HIGH", 3L))
                .priorityBySeverityAndImpact(Map.of("HIGH/2", 1L, "LOW/1", 4L));

        assertThat(fieldsOf(both.impact(2L).build()).priorityId()).isEqualTo(1);
        assertThat(fieldsOf(both.impact(1L).build()).priorityId()).isEqualTo(3);
        assertThat(fieldsOf(both.impact(null)
                                .computed(Map.of("impact", "1 + 1"))
                                .build())
                        .priorityId())
                .isEqualTo(1);
    }

    @Test
    void letsANarrowerPriorityBySeverityHideTheWiderOnesBySeverityAndImpact() {
        var wide = TicketTemplate.builder()
                .impact(2L)
                .priorityBySeverityAndImpact(Map.of("HIGH/2", 1L, "LOW/2", 4L))
                .build();
        var narrow =
                TicketTemplate.builder().priorityBySeverity(Map.of("HIGH", 3L)).build();

        var joined = narrow.over(wide);

        assertThat(joined.priority("HIGH")).isEqualTo(3);
        assertThat(joined.priority("LOW")).isEqualTo(4);
        assertThat(joined.priority("INFO")).isNull();
    }

    @Test
    void leavesOutSiteAndUserOfTheMappingWhereAnotherCustomerIsSet() {
        var other = fieldsOf(TicketTemplate.builder().customerId(99L).build());
        var same = fieldsOf(TicketTemplate.builder().customerId(12L).build());

        assertThat(other.customerId()).isEqualTo(99);
        assertThat(other.siteId()).isNull();
        assertThat(same.siteId()).isEqualTo(18);
    }

    @Test
    void letsTheRuleCountBeforeTheDefaultsOfThePolicyAndThoseBeforeTheConnection() {
        tables.putConnection(
                "acme-halo",
                connection(
                        "acme-msp",
                        true,
                        "acme-policy",
                        builder("connection").agentId(1L).slaId(1L).build()));
        tables.putPolicy(
                "acme-policy",
                new Policy(
                        "acme-policy",
                        "acme-msp",
                        1,
                        List.of(rule(
                                "r",
                                "event.severity == 'HIGH'",
                                Action.ROUTE,
                                builder("rule").build())),
                        builder("policy").agentId(2L).build(),
                        Map.of(),
                        null,
                        null));

        var fields = fields(diskFull());

        assertThat(fields.team()).isEqualTo("rule");
        assertThat(fields.agentId()).isEqualTo(2);
        assertThat(fields.slaId()).isEqualTo(1);
    }

    @Test
    void parksForItselfAloneAnEventWhoseFieldCannotBeComputed() {
        tables.putPolicy("acme-policy", policy(routing(Map.of("team", "event.labels['absent']"))));
        var byRule = (Parked) decide(diskFull());
        tables.putPolicy("acme-policy", policy(routing(Map.of("siteId", "-1"))));
        var negative = (Parked) decide(diskFull());
        tables.putPolicy("acme-policy", policy());
        var computed =
                TicketTemplate.builder().computed(Map.of("nonsense", "1")).build();
        tables.putOrganization("contoso", organization("contoso", null, "acme-halo", 12L, computed));
        var byOrganization = (Parked) decide(diskFull());

        assertThat(byRule.reason()).isEqualTo(FailureReason.RULE_ERROR);
        assertThat(byRule.detail())
                .isEqualTo("rule r failed: computed team: line 1, column 13: there is no entry absent;"
                        + " read what may be missing as [?...].orValue(...)");
        assertThat(byRule.wholeOrganization()).isFalse();
        assertThat(negative.detail()).isEqualTo("rule r failed: computed siteId: gives -1, must be above zero");
        assertThat(byOrganization.detail()).isEqualTo("organization contoso: nonsense cannot be computed");
    }

    @Test
    void parksWithAReasonOfItsOwnWhatARuleParks() {
        tables.putPolicy("acme-policy", policy(rule("wait", null, Action.PARK, TicketTemplate.NONE)));

        assertThat(decide(diskFull())).isInstanceOfSatisfying(Parked.class, parked -> {
            assertThat(parked.reason()).isEqualTo(FailureReason.PARKED_BY_RULE);
            assertThat(parked.detail()).isEqualTo("parked by rule wait: because");
        });
    }

    @Test
    void namesTheTicketByAnExpressionApartFromAllOtherNames() {
        tables.putPolicy(
                "acme-policy",
                policy(rule(
                        "r",
                        null,
                        Action.ROUTE,
                        TicketTemplate.builder()
                                .groupKey("event.category + '/' + event.labels['host']")
                                .build())));
        var byExpression = key(diskFull());
        tables.putPolicy(
                "acme-policy",
                policy(rule(
                        "r",
                        null,
                        Action.ROUTE,
                        TicketTemplate.builder().groupKey("event.requestedBy").build())));
        var byNothing = key(diskFull());

        assertThat(byExpression).isEqualTo("acme-halo/contoso/:storage%2Fdb-1");
        assertThat(byNothing).isEqualTo("acme-halo/contoso/watchtower/disk-db-1");
    }

    @Test
    void givesTheEndOfAMatterTheKeyOfItsBeginning() {
        tables.putPolicy(
                "acme-policy",
                policy(rule(
                        "r",
                        null,
                        Action.ROUTE,
                        TicketTemplate.builder()
                                .groupKey("event.labels['host']")
                                .build())));

        assertThat(key(alert("e2", "contoso", true, null))).isEqualTo(key(diskFull()));
    }

    private static TicketFields everything(String team, String category, String summary, String details) {
        return new TicketFields(
                9,
                10L,
                11L,
                1L,
                2L,
                3L,
                team,
                4L,
                List.of(category, "", "C"),
                List.of(new CustomField("CFhost", "db-1")),
                5L,
                6L,
                7L,
                8L,
                12L,
                List.of(14L, 15L),
                13L,
                summary,
                details);
    }

    private static TicketTemplateBuilder builder(String team) {
        return TicketTemplate.builder().team(team);
    }

    private static Rule routing(Map<String, String> computed) {
        return rule(
                "r",
                null,
                Action.ROUTE,
                TicketTemplate.builder().computed(computed).build());
    }

    private TicketFields fieldsOf(TicketTemplate then) {
        tables.putPolicy("acme-policy", policy(rule("r", null, Action.ROUTE, then)));
        return fields(diskFull());
    }

    private TicketFields fields(Event event) {
        return ((Routed) decide(event)).wish().fields();
    }

    private String key(Event event) {
        return ((Routed) decide(event)).wish().ticketKey();
    }

    private Decision decide(Event event) {
        return router.decide(event, tables, NOW);
    }
}
