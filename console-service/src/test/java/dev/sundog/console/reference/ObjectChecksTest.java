package dev.sundog.console.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.reference.Finding.Severity;
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

    private final Map<ReferenceKind, List<Item>> items = new EnumMap<>(ReferenceKind.class);
    private final List<KindState> states = new ArrayList<>();

    ObjectChecksTest() {
        known(ReferenceKind.TICKET_TYPE, type(21, "Alert", 1L, "CFowner", "Category", "Team"), type(22, "Idea", 2L));
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
        assertThat(checks().organization(Map.of("id", "o", "customerId", 99L), CONNECTION))
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/customerId"));
        assertThat(checks().organization(Map.of("id", "o", "customerId", 12L, "siteId", 19L), CONNECTION))
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
        return new ObjectChecks("acme-halo", new Catalog(states, kind -> items.getOrDefault(kind, List.of()), NOW));
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
