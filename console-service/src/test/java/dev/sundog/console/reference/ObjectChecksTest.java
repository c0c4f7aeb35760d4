package dev.sundog.console.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.console.reference.Finding.Severity;
import dev.sundog.console.reference.ObjectChecks.Wider;
import dev.sundog.delivery.ReferenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<String, Object> CONNECTION = Map.of("id", "acme-halo");
    private static final Wider NOTHING_WIDER = new Wider(CONNECTION, Map.of(), List.of());

    private final Map<ReferenceKind, List<Item>> items = new EnumMap<>(ReferenceKind.class);
    private final List<KindState> states = new ArrayList<>();

    ObjectChecksTest() {
        known(
                ReferenceKind.TICKET_TYPE,
                type(21, "Alert", 1L, "CFowner", "Category", "Team"),
                type(22, "Idea", 2L),
                type(23, "Urgent", 1L, "Priority"),
                type(24, "Sorted", 1L, "Category 2"));
        known(ReferenceKind.STATUS, item(1, "New"), item(9, "Closed"));
        known(ReferenceKind.SLA, item(1, "Standard"), item(2, "Premium"));
        known(ReferenceKind.PRIORITY, priority(1, 1), priority(2, 1), priority(3, 1), priority(1, 2));
        known(ReferenceKind.TEAM, item(1, "First Line"), item(2, "Cloud"));
        known(ReferenceKind.AGENT, agent(3, "Ada", "First Line"));
        known(ReferenceKind.CATEGORY, category("Hardware>Disk", 1), category("Remote", 2));
        known(ReferenceKind.CUSTOM_FIELD, item(201, "CFowner"));
        known(ReferenceKind.CUSTOMER, item(12, "Contoso"), item(13, "Fabrikam"));
        known(ReferenceKind.SITE, site(18, 12), site(19, 13));
    }

    @Test
    void findsNothingWhereEverythingIsThere() {
        assertThat(rule(Map.of(
                        "ticketTypeId",
                        21L,
                        "statusId",
                        1L,
                        "team",
                        "first line",
                        "agentId",
                        3L,
                        "priorityBySeverity",
                        Map.of("HIGH", 3L),
                        "categories",
                        List.of("Hardware>Disk", "Remote"),
                        "customFields",
                        List.of(Map.of("name", "CFowner", "value", "x")))))
                .isEmpty();
    }

    @Test
    void findsAnIdThatHaloDoesNotHaveAndSaysWhatItHas() {
        assertThat(rule(Map.of("statusId", 77L))).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/rules/0/then/statusId");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.allowed()).containsExactly("1 New", "9 Closed");
        });
    }

    @Test
    void findsAPriorityThatTheSlaOfTheTypeLacks() {
        assertThat(rule(Map.of("ticketTypeId", 22L, "priorityBySeverity", Map.of("HIGH", 3L, "LOW", 1L))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/rules/0/then/priorityBySeverity/HIGH");
                    assertThat(finding.detail()).contains("SLA 2 Premium", "3");
                    assertThat(finding.allowed()).containsExactly("1 p1");
                });
    }

    @Test
    void takesTheSlaThatIsSetBeforeTheOneOfTheType() {
        assertThat(rule(Map.of("ticketTypeId", 22L, "slaId", 1L, "priorityBySeverity", Map.of("HIGH", 3L))))
                .isEmpty();
    }

    @Test
    void holdsWhoChoosesATypeToThePrioritiesThatWiderPlacesGive() {
        var connection =
                Map.of("id", "acme-halo", "defaults", Map.of("priorityBySeverity", Map.of("HIGH", 3L, "LOW", 1L)));

        var rules = List.of(Map.of("id", "r", "then", Map.of("ticketTypeId", 22L)));

        assertThat(checks().policy(Map.of("id", "p", "rules", rules), connection))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/rules/0/then/ticketTypeId");
                    assertThat(finding.detail())
                            .isEqualTo("SLA 2 Premium has no priority 3, which a wider place gives to HIGH");
                });
    }

    @Test
    void countsAnSlaThatAnExpressionGivesAsAnyOne() {
        assertThat(rule(Map.of(
                        "ticketTypeId",
                        22L,
                        "computed",
                        Map.of("slaId", "event.over ? 1 : 2"),
                        "priorityBySeverity",
                        Map.of("HIGH", 3L))))
                .isEmpty();
        assertThat(rule(Map.of("computed", Map.of("slaId", "1"), "priorityBySeverity", Map.of("HIGH", 9L))))
                .extracting(Finding::detail)
                .containsExactly("Halo has no priority 9");
    }

    @Test
    void wantsAPriorityForEverySeverityWhereItIsMandatory() {
        assertThat(rule(Map.of("ticketTypeId", 23L, "priorityBySeverity", Map.of("HIGH", 1L, "CRITICAL", 1L))))
                .extracting(Finding::detail)
                .containsExactly(
                        "ticket type 23 Urgent wants a value for Priority, which events of severity MEDIUM, LOW,"
                                + " INFO have none of");
        assertThat(rule(Map.of("ticketTypeId", 23L)))
                .extracting(Finding::detail)
                .containsExactly("ticket type 23 Urgent wants a value for Priority");
        assertThat(rule(Map.of("ticketTypeId", 23L, "computed", Map.of("priorityId", "1"))))
                .isEmpty();
    }

    @Test
    void wantsTheCategoryThatTheTypeNames() {
        assertThat(rule(Map.of("ticketTypeId", 24L, "categories", List.of("Hardware>Disk"))))
                .hasSize(1);
        assertThat(rule(Map.of("ticketTypeId", 24L, "categories", List.of("", "Remote"))))
                .isEmpty();
        assertThat(rule(Map.of("ticketTypeId", 24L, "computed", Map.of("categories.2", "'Remote'"))))
                .isEmpty();
    }

    @Test
    void wantsNothingForATypeThatAnExpressionGives() {
        var connection = Map.of("id", "acme-halo", "defaults", Map.of("ticketTypeId", 21L));
        var rules =
                List.of(Map.of("id", "r", "then", Map.of("computed", Map.of("ticketTypeId", "event.over ? 21 : 22"))));

        assertThat(checks().policy(Map.of("id", "p", "rules", rules), connection))
                .isEmpty();
    }

    @Test
    void looksAtTheTicketOfAnEventThatNoRuleMatches() {
        var defaults = Map.of("ticketTypeId", 23L);
        var last = Map.of("id", "r", "when", "event.over", "action", "SUPPRESS", "reason", "over");

        assertThat(checks().policy(Map.of("id", "p", "defaults", defaults, "rules", List.of(last)), CONNECTION))
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/defaults"));
        var all = Map.of("id", "r", "action", "SUPPRESS", "reason", "never mind");
        assertThat(checks().policy(Map.of("id", "p", "defaults", defaults, "rules", List.of(all)), CONNECTION))
                .isEmpty();
    }

    @Test
    void looksAtTheTicketOfAConnectionWithoutAPolicy() {
        var connection = Map.<String, Object>of("id", "c", "defaults", Map.of("ticketTypeId", 23L));

        assertThat(checks().connection(connection)).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/defaults");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
        assertThat(checks().connection(Map.of("id", "c", "policyId", "p", "defaults", Map.of("ticketTypeId", 23L))))
                .isEmpty();
    }

    @Test
    void holdsAnOrganizationToWhatItInherits() {
        var connection = Map.of("id", "acme-halo", "defaults", Map.of("team", "First Line"));
        Map<String, Object> parent = Map.of("id", "group", "overrides", Map.of("team", "Cloud"));
        var policy =
                Map.of("id", "p", "rules", List.of(Map.of("then", Map.of("priorityBySeverity", Map.of("LOW", 1L)))));
        var organization = Map.of("id", "o", "overrides", Map.of("agentId", 3L, "ticketTypeId", 23L));

        assertThat(checks().organization(organization, new Wider(connection, policy, List.of(parent))))
                .extracting(Finding::pointer, Finding::detail)
                .containsExactly(
                        tuple("/overrides/agentId", "agent 3 Ada is not in the team \"Cloud\" but in First Line"),
                        tuple(
                                "/overrides",
                                "ticket type 23 Urgent wants a value for Priority, which events of severity CRITICAL, HIGH,"
                                        + " MEDIUM, INFO have none of"));
    }

    @Test
    void findsASiteOfAnotherCustomerInTicketFieldsToo() {
        assertThat(rule(Map.of("customerId", 12L, "siteId", 19L)))
                .extracting(Finding::pointer)
                .containsExactly("/rules/0/then/siteId");
        assertThat(rule(Map.of("siteId", 19L))).isEmpty();
    }

    @Test
    void onlyWarnsOfWhatIsNotInUseAnyMore() {
        known(ReferenceKind.STATUS, retired(4, "Old"));

        assertThat(rule(Map.of("statusId", 4L))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.detail()).contains("4 Old is not in use");
        });
    }

    @Test
    void findsEachMandatoryFieldWithoutAValue() {
        assertThat(rule(Map.of("ticketTypeId", 21L)))
                .extracting(Finding::detail)
                .containsExactly(
                        "ticket type 21 Alert wants a value for the custom field CFowner",
                        "ticket type 21 Alert wants a value for Category",
                        "ticket type 21 Alert wants a value for Team");
    }

    @Test
    void countsWhatTheConnectionThePolicyAndExpressionsGive() {
        var policy = Map.<String, Object>of(
                "id",
                "p",
                "defaults",
                Map.of("computed", Map.of("customFields.CFowner", "event.source")),
                "rules",
                List.of(Map.of(
                        "id", "r", "then", Map.of("ticketTypeId", 21L, "categories", List.of("Hardware>Disk")))));

        assertThat(checks().policy(policy, Map.of("id", "acme-halo", "defaults", Map.of("team", "Cloud"))))
                .isEmpty();
    }

    @Test
    void findsAnAgentThatIsNotInTheTeam() {
        assertThat(rule(Map.of("team", "Cloud", "agentId", 3L))).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/rules/0/then/agentId");
            assertThat(finding.detail()).contains("Ada", "Cloud", "First Line");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void findsACategoryOfAnotherOfTheFourLists() {
        assertThat(rule(Map.of("categories", List.of("Remote"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.allowed()).containsExactly("Hardware>Disk"));
    }

    @Test
    void findsACustomerThatIsGoneAndASiteOfAnotherCustomer() {
        assertThat(checks().organization(Map.of("id", "o", "customerId", 99L), NOTHING_WIDER))
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/customerId"));
        assertThat(checks().organization(Map.of("id", "o", "customerId", 12L, "siteId", 19L), NOTHING_WIDER))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/siteId");
                    assertThat(finding.detail()).contains("belongs to customer 13");
                });
    }

    @Test
    void looksAtTheStatusesOfAConnection() {
        assertThat(checks().connection(Map.of("id", "c", "closedStatusIds", List.of(9L, 44L))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/closedStatusIds/1"));
    }

    @Test
    void saysNothingOfAKindThatWasNeverReadOrNotWholly() {
        states.removeIf(state -> state.kind().equals("STATUS"));
        assertThat(rule(Map.of("statusId", 77L))).isEmpty();

        states.add(new KindState("STATUS", 2, 900L, true, NOW, null));
        assertThat(rule(Map.of("statusId", 77L))).isEmpty();
    }

    @Test
    void onlyWarnsWhereTheReadIsOldOrALaterOneFailed() {
        states.removeIf(state -> state.kind().equals("STATUS"));
        states.add(new KindState("STATUS", 2, 2L, false, NOW.minus(Duration.ofDays(3)), null));
        assertThat(rule(Map.of("statusId", 77L))).extracting(Finding::severity).containsExactly(Severity.WARNING);

        states.removeIf(state -> state.kind().equals("STATUS"));
        states.add(new KindState("STATUS", 2, 2L, false, NOW, new KindState.Gap("NOT_PERMITTED", null, NOW)));
        assertThat(rule(Map.of("statusId", 77L))).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    private List<Finding> rule(Map<String, Object> then) {
        return checks().policy(Map.of("id", "p", "rules", List.of(Map.of("id", "r", "then", then))), CONNECTION);
    }

    private ObjectChecks checks() {
        return new ObjectChecks(
                "acme-halo", new Catalog(states, Choices.loading(kind -> items.getOrDefault(kind, List.of())), NOW));
    }

    private void known(ReferenceKind kind, Item... all) {
        items.put(kind, List.of(all));
        states.add(new KindState(kind.name(), all.length, (long) all.length, false, NOW, null));
    }

    private static Item item(long id, String name) {
        return new Item(
                id, name, null, true, null, null, null, null, null, List.of(), List.of(), Map.of(), List.of(),
                List.of(), true);
    }

    private static Item retired(long id, String name) {
        return new Item(
                id, name, null, false, null, null, null, null, null, List.of(), List.of(), Map.of(), List.of(),
                List.of(), true);
    }

    private static Item type(long id, String name, long sla, String... mandatory) {
        return new Item(
                id,
                name,
                null,
                true,
                sla,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(mandatory),
                List.of(),
                true);
    }

    private static Item priority(long id, long sla) {
        return type(id, "p" + id, sla);
    }

    private static Item agent(long id, String name, String... teams) {
        return new Item(
                id,
                name,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(teams),
                true);
    }

    private static Item category(String path, long list) {
        return new Item(
                1, path, null, true, null, null, null, list, null, List.of(), List.of(), Map.of(), List.of(), List.of(),
                true);
    }

    private static Item site(long id, long customer) {
        return new Item(
                id, "Main", null, true, null, customer, null, null, null, List.of(), List.of(), Map.of(), List.of(),
                List.of(), true);
    }
}
