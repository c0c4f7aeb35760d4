package dev.sundog.routing.effective;

import dev.sundog.routing.customer.Customers;
import dev.sundog.routing.customer.Directory;
import dev.sundog.routing.customer.Mapping.Mapped;
import dev.sundog.routing.customer.Mapping.Missing;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.effective.Effective.Origin;
import dev.sundog.routing.effective.Effective.Place;
import dev.sundog.routing.policy.Policies;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import java.util.List;
import java.util.Optional;

/** Works out what holds for an organization, in the way in which routing joins what the places set. Pure. */
public final class EffectiveValues {

    private EffectiveValues() {}

    /** What holds for an organization; empty for one that is not known. */
    public static Optional<Effective> of(String organizationId, Directory directory, Policies policies) {
        return directory.organization(organizationId).map(organization -> switch (Customers.map(
                organizationId, organization.tenantId(), directory)) {
            case Missing missing -> new Effective(organizationId, organization.tenantId(), missing.detail(), List.of());
            case Mapped mapped -> of(organization, mapped, policies);
        });
    }

    private static Effective of(Organization organization, Mapped mapped, Policies policies) {
        var values = new Layers();
        var connection = mapped.connection();
        var policy = mapped.policyId()
                .flatMap(policies::policy)
                .filter(found -> found.tenantId().equals(organization.tenantId()));
        values.set(new Origin(Place.CONNECTION, connection.id()), SetFields.of(connection.defaults()));
        policy.ifPresent(found -> policy(found, values));
        for (var one : mapped.inheritsFrom().reversed()) {
            values.set(new Origin(Place.ORGANIZATION, one.id()), SetFields.of(one.overrides()));
        }
        mapping(organization, mapped, values);
        var waits = mapped.policyId().isPresent() && policy.isEmpty()
                ? "policy " + mapped.policyId().get() + " is not known"
                : null;
        return new Effective(organization.id(), organization.tenantId(), waits, values.toList());
    }

    private static void policy(Policy policy, Layers values) {
        var origin = new Origin(Place.POLICY, policy.id());
        values.set(origin, SetFields.of(policy.defaults()));
        for (var rule : policy.rules()) {
            if (rule.action() == Rule.Action.ROUTE) {
                values.mayBeSet(rule.id(), new Origin(Place.RULES, policy.id()), SetFields.of(rule.then()));
            }
        }
    }

    /** Whom the tickets belong to, where no field says otherwise, and who connects and decides. */
    private static void mapping(Organization organization, Mapped mapped, Layers values) {
        var connection = new Origin(Place.CONNECTION, mapped.connection().id());
        var own = new Origin(Place.ORGANIZATION, organization.id());
        var customer = mapped.customer();
        values.mapped("customerId", customer.id(), organization.customerId() == null ? connection : own);
        if (!values.hasElsewhere("customerId", customer.id())) {
            values.mapped("siteId", customer.siteId(), own);
            values.mapped("userId", customer.userId(), own);
        }
        mapped.lineage().stream()
                .filter(one -> one.connectionId() != null)
                .findFirst()
                .ifPresent(one -> values.mapped(
                        "connectionId", mapped.connection().id(), new Origin(Place.ORGANIZATION, one.id())));
        mapped.policyId()
                .ifPresent(id -> values.mapped(
                        "policyId",
                        id,
                        mapped.inheritsFrom().stream()
                                .filter(one -> id.equals(one.policyId()))
                                .findFirst()
                                .map(one -> new Origin(Place.ORGANIZATION, one.id()))
                                .orElse(connection)));
    }
}
