package dev.sundog.routing.decision;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.connection;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.groupBy;
import static dev.sundog.routing.Examples.organization;
import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rightsize;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.summary;
import static dev.sundog.routing.Examples.team;
import static dev.sundog.routing.Examples.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Refused;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.ticket.Lifecycle;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouterTest {

    private final ConfigurationTables tables = new ConfigurationTables();
    private final Router router = new Router(new RuleBook(), new TicketWriter(new TicketTexts()));

    @BeforeEach
    void mapContoso() {
        tables.putOrganization("contoso", contoso());
        tables.putConnection("acme-halo", connection("acme-msp", true, null, type(21)));
    }

    @Test
    void routesAMappedEventWithTheDefaultsOfItsConnection() {
        var routed = routed(diskFull());

        assertThat(routed.wish().ticketKey()).isEqualTo("acme-halo/contoso/watchtower/disk-db-1");
        assertThat(routed.wish().fields().customerId()).isEqualTo(12);
        assertThat(routed.wish().fields().ticketTypeId()).isEqualTo(21);
        assertThat(routed.wish().resolved()).isFalse();
        assertThat(routed.wish().life()).isEqualTo(Lifecycle.usual(9));
        assertThat(routed.trail().rule()).isNull();
    }

    @Test
    void letsEachPersonWhoAsksBeTold() {
        var routed = routed(rightsize(1));

        assertThat(routed.wish().life()).isEqualTo(Lifecycle.usual(9).tellingThisRepeat());
        assertThat(routed.wish().life().noteIntervalSeconds()).isEqualTo(1);
        assertThat(routed.wish().noteHtml()).contains("Requested by Ada (ada@contoso.example)");
        assertThat(routed.wish().fields().detailsHtml()).contains("Ada (ada@contoso.example)");
    }

    @Test
    void makesTheSameDecisionOfTheSameEvent() {
        assertThat(decide(diskFull())).isEqualTo(decide(diskFull()));
    }

    @Test
    void refusesAnEventWithoutTheNamesThatMatter() {
        assertThat(decide(alert(" ", "", false, null))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(FailureReason.INVALID_EVENT);
            assertThat(refused.detail()).isEqualTo("blank: eventId, organizationId");
        });
    }

    @Test
    void parksWhatNobodyMappedAndHoldsTheOrganization() {
        assertThat(decide(alert("e1", "unheard-of", false, null))).isInstanceOfSatisfying(Parked.class, parked -> {
            assertThat(parked.reason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION);
            assertThat(parked.wholeOrganization()).isTrue();
        });
    }

    @Test
    void tellsAForeignSenderNothingAndHoldsNobodyUp() {
        assertThat(decide(alert("e1", "contoso", false, "other-msp"))).isInstanceOfSatisfying(Parked.class, parked -> {
            assertThat(parked.reason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION);
            assertThat(parked.wholeOrganization()).isFalse();
            assertThat(parked.trail().tenantId()).isEqualTo("other-msp");
            assertThat(parked.trail().organization()).isNull();
            assertThat(parked.detail()).doesNotContain("acme");
        });
        assertThat(decide(alert("e1", "contoso", false, "acme-msp"))).isInstanceOf(Routed.class);
    }

    @Test
    void neverUsesAConnectionOrAPolicyOfAnotherTenant() {
        tables.putConnection("acme-halo", connection("other-msp", true, null, TicketTemplate.NONE));
        var foreignConnection = decide(diskFull());
        tables.putConnection("acme-halo", connection("acme-msp", true, "theirs", TicketTemplate.NONE));
        tables.putPolicy("theirs", new Policy("theirs", "other-msp", 1, List.of()));
        var foreignPolicy = decide(diskFull());

        assertThat(foreignConnection).isInstanceOfSatisfying(Parked.class, parked -> {
            assertThat(parked.reason()).isEqualTo(FailureReason.CONNECTION_DISABLED);
            assertThat(parked.trail().connection()).isNull();
        });
        assertThat(foreignPolicy)
                .isInstanceOfSatisfying(
                        Parked.class, parked -> assertThat(parked.detail()).isEqualTo("policy theirs is not known"));
    }

    @Test
    void parksWhileTheConnectionIsMissingOrOffOrTheCustomerIsNotKnown() {
        tables.putConnection("acme-halo", connection("acme-msp", false, null, TicketTemplate.NONE));
        var off = (Parked) decide(diskFull());
        tables.putConnection("acme-halo", null);
        var missing = (Parked) decide(diskFull());
        tables.putConnection("acme-halo", connection("acme-msp", true, null, TicketTemplate.NONE));
        tables.putOrganization("contoso", organization("contoso", null, "acme-halo", null, TicketTemplate.NONE));
        var unmapped = (Parked) decide(diskFull());

        assertThat(off.reason()).isEqualTo(FailureReason.CONNECTION_DISABLED);
        assertThat(missing.reason()).isEqualTo(FailureReason.CONNECTION_DISABLED);
        assertThat(unmapped.reason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION);
        assertThat(unmapped.detail()).isEqualTo("organization contoso has no customer in Halo");
    }

    @Test
    void inheritsConnectionAndFieldsFromParentsButNeverTheCustomer() {
        tables.putOrganization("group", organization("group", null, "acme-halo", 10L, team("Group")));
        tables.putOrganization("branch", organization("branch", "group", null, 13L, type(22)));
        tables.putOrganization("orphan", organization("orphan", "group", null, null, type(22)));

        var wish = routed(alert("e1", "branch", false, null)).wish();

        assertThat(wish.fields().team()).isEqualTo("Group");
        assertThat(wish.fields().ticketTypeId()).isEqualTo(22);
        assertThat(wish.fields().customerId()).isEqualTo(13);
        assertThat(decide(alert("e1", "orphan", false, null))).isInstanceOf(Parked.class);
    }

    @Test
    void survivesAnOrganizationThatInheritsFromItself() {
        tables.putOrganization("a", organization("a", "b", null, 1L, TicketTemplate.NONE));
        tables.putOrganization("b", organization("b", "a", null, 1L, TicketTemplate.NONE));

        assertThat(decide(alert("e1", "a", false, null)))
                .isInstanceOfSatisfying(
                        Parked.class,
                        parked -> assertThat(parked.detail()).isEqualTo("organization a inherits from itself"));
    }

    @Test
    void letsTheOrganizationOverrideTheRuleAndTheRuleTheConnection() {
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", team("connection")));
        tables.putPolicy("acme-policy", policy(rule("r", null, Action.ROUTE, team("rule"))));
        var byRule = routed(diskFull());
        tables.putOrganization("contoso", organization("contoso", null, "acme-halo", 12L, team("organization")));
        var byOrganization = routed(diskFull());

        assertThat(byRule.wish().fields().team()).isEqualTo("rule");
        assertThat(byRule.trail().rule().name()).isEqualTo("r");
        assertThat(byOrganization.wish().fields().team()).isEqualTo("organization");
    }

    @Test
    void suppressesWhatFiresButNeverAnEnd() {
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", TicketTemplate.NONE));
        tables.putPolicy("acme-policy", policy(rule("quiet", null, Action.SUPPRESS, TicketTemplate.NONE)));

        assertThat(decide(diskFull()))
                .isInstanceOfSatisfying(
                        Suppressed.class,
                        suppressed -> assertThat(suppressed.detail()).isEqualTo("suppressed by rule quiet: because"));
        assertThat(routed(alert("e2", "contoso", true, null)).wish().resolved()).isTrue();
    }

    @Test
    void parksForItselfAloneWhatARuleOrATemplateCannotTell() {
        tables.putConnection("acme-halo", connection("acme-msp", true, "acme-policy", TicketTemplate.NONE));
        tables.putPolicy("acme-policy", policy(rule("typo", "event.severty == 'HIGH'", Action.ROUTE, type(1))));
        var typo = (Parked) decide(diskFull());
        tables.putPolicy("acme-policy", policy(rule("open", null, Action.ROUTE, summary("{{#title}}"))));
        var template = (Parked) decide(diskFull());

        assertThat(typo.reason()).isEqualTo(FailureReason.RULE_ERROR);
        assertThat(typo.detail()).startsWith("rule typo failed").contains("event.severty");
        assertThat(typo.wholeOrganization()).isFalse();
        assertThat(template.detail()).startsWith("summaryTemplate failed");
    }

    @Test
    void namesTheTicketByTheFactsThatItsEventsShare() {
        tables.putConnection("acme-halo", connection("acme-msp", true, null, groupBy("category", "labels.host")));

        assertThat(routed(diskFull()).wish().ticketKey())
                .isEqualTo("acme-halo/contoso/category=storage/labels.host=db-1");
    }

    @Test
    void keepsOrganizationsApartWhoseIdsHoldASlash() {
        tables.putOrganization("a", organization("a", null, "acme-halo", 1L, TicketTemplate.NONE));
        tables.putOrganization(
                "a/watchtower", organization("a/watchtower", null, "acme-halo", 2L, TicketTemplate.NONE));

        assertThat(routed(alert("e1", "a/watchtower", false, null)).wish().ticketKey())
                .isEqualTo("acme-halo/a%2Fwatchtower/watchtower/disk-db-1");
    }

    private Decision decide(Event event) {
        return router.decide(event, tables, NOW);
    }

    private Routed routed(Event event) {
        return (Routed) decide(event);
    }
}
