package dev.sundog.routing.decision;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.policy;
import static dev.sundog.routing.Examples.rule;
import static dev.sundog.routing.Examples.team;
import static dev.sundog.routing.Examples.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule.Action;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An MSP: one connection and one policy at the parent, customers below it. */
class InheritanceTest {

    private final ConfigurationTables tables = new ConfigurationTables();
    private final Router router = Router.alone();

    @BeforeEach
    void connectTheMsp() {
        connect("acme-halo", Set.of(), null, null);
        tables.putPolicy("acme-policy", policy(rule("r", null, Action.ROUTE, team("rule"))));
        tables.putOrganization("msp", organization("msp", null, "acme-halo", 1L, "acme-policy", type(7)));
        tables.putOrganization("contoso", organization("contoso", "msp", null, 12L, null, TicketTemplate.NONE));
    }

    @Test
    void letsConnectionPolicyAndFieldsOfTheParentServeItsCustomers() {
        var routed = routed("contoso");

        assertThat(routed.wish().connectionId()).isEqualTo("acme-halo");
        assertThat(routed.trail().policy().id()).isEqualTo("acme-policy");
        assertThat(routed.wish().fields().team()).isEqualTo("rule");
        assertThat(routed.wish().fields().ticketTypeId()).isEqualTo(7);
        assertThat(routed.wish().fields().customerId()).isEqualTo(12);
    }

    @Test
    void letsACustomerOverrideWhatTheParentSays() {
        tables.putPolicy("own", new Policy("own", "acme-msp", 1, List.of()));
        tables.putOrganization("contoso", organization("contoso", "msp", null, 12L, "own", type(8)));

        var routed = routed("contoso");

        assertThat(routed.trail().policy().id()).isEqualTo("own");
        assertThat(routed.wish().fields().ticketTypeId()).isEqualTo(8);
        assertThat(routed.wish().fields().team()).isNull();
    }

    @Test
    void inheritsNothingFromThoseWhomAnotherHaloServes() {
        connect("own-halo", Set.of(), null, null);
        tables.putOrganization("contoso", organization("contoso", "msp", "own-halo", 12L, null, TicketTemplate.NONE));

        var routed = routed("contoso");

        assertThat(routed.wish().connectionId()).isEqualTo("own-halo");
        assertThat(routed.trail().policy()).isNull();
        assertThat(routed.wish().fields().ticketTypeId()).isNull();
    }

    @Test
    void inheritsFromThoseAboveWhomNoConnectionServes() {
        tables.putOrganization("holding", organization("holding", null, null, null, null, team("Holding")));
        tables.putOrganization("msp", organization("msp", "holding", "acme-halo", 1L, null, type(7)));

        assertThat(routed("contoso").wish().fields().team()).isEqualTo("Holding");
    }

    @Test
    void servesOnlyTheOrganizationsItNamesAndThoseBelow() {
        connect("acme-halo", Set.of("contoso"), null, null);
        tables.putOrganization("branch", organization("branch", "contoso", null, 13L, null, TicketTemplate.NONE));
        tables.putOrganization("fabrikam", organization("fabrikam", "msp", null, 14L, null, TicketTemplate.NONE));

        assertThat(routed("contoso")).isNotNull();
        assertThat(routed("branch")).isNotNull();
        assertThat(decide("fabrikam")).isInstanceOfSatisfying(Parked.class, parked -> {
            assertThat(parked.reason()).isEqualTo(FailureReason.UNMAPPED_ORGANIZATION);
            assertThat(parked.detail())
                    .isEqualTo("connection acme-halo does not serve organization fabrikam;"
                            + " add it, or one above it, to servesOnly");
            assertThat(parked.wholeOrganization()).isTrue();
        });
    }

    @Test
    void sendsToTheDefaultCustomerOnlyWhomTheOperatorKnowsButMappedToNone() {
        connect("acme-halo", Set.of(), 500L, null);
        tables.putOrganization("orphan", organization("orphan", "msp", null, null, null, TicketTemplate.NONE));

        var fields = routed("orphan").wish().fields();

        assertThat(fields.customerId()).isEqualTo(500);
        assertThat(fields.siteId()).isNull();
        assertThat(routed("contoso").wish().fields().customerId()).isEqualTo(12);
        assertThat(decide("never-heard-of")).isInstanceOf(Parked.class);
    }

    private void connect(String id, Set<String> servesOnly, @Nullable Long defaultCustomer, @Nullable String policyId) {
        tables.putConnection(
                id,
                new Connection(
                        id,
                        "acme-msp",
                        1,
                        true,
                        List.of(),
                        policyId,
                        TicketTemplate.NONE,
                        servesOnly,
                        defaultCustomer));
    }

    private static Organization organization(
            String id, String parentId, String connectionId, Long customerId, Object... rest) {
        return new Organization(
                id, "acme-msp", 1, id, parentId, connectionId, customerId, 18L, null, (String) rest[0], (TicketTemplate)
                        rest[1]);
    }

    private Routed routed(String organizationId) {
        return (Routed) decide(organizationId);
    }

    private Decision decide(String organizationId) {
        return router.decide(alert("e1", organizationId, false, null), tables, NOW);
    }
}
