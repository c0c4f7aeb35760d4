package dev.sundog.routing.customer;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.customer.Mapping.Mapped;
import dev.sundog.routing.customer.Mapping.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the customer of an organization. Whatever is missing or belongs to another tenant makes the event wait. */
public final class Customers {

    private Customers() {}

    /**
     * Maps an organization.
     *
     * @param senderTenantId the sender's tenant, where it is known
     */
    public static Mapping map(String organizationId, @Nullable String senderTenantId, Directory directory) {
        var found = directory.organization(organizationId);
        if (found.isEmpty()) {
            return unmapped(null, "organization " + organizationId + " is not known");
        }
        var organization = found.get();
        if (senderTenantId != null && !senderTenantId.equals(organization.tenantId())) {
            // One event only, and without the organization: a foreign sender must neither learn of it nor hold up its
            // queue.
            return new Missing(
                    FailureReason.UNMAPPED_ORGANIZATION,
                    "organization " + organizationId + " is not known to tenant " + senderTenantId,
                    null,
                    null,
                    false);
        }
        return switch (Lineage.of(organization, directory)) {
            case Lineage.Broken(var detail) -> unmapped(organization, detail);
            case Lineage.Whole(var line) -> connected(organization, line, directory);
        };
    }

    private static Mapping connected(Organization organization, List<Organization> line, Directory directory) {
        var connectionId = Lineage.connectionFrom(0, line);
        if (connectionId.isEmpty()) {
            return unmapped(organization, "organization " + organization.id() + " has no connection");
        }
        var connection = directory.connection(connectionId);
        if (connection.isEmpty()) {
            return disabled(organization, null, "connection " + connectionId + " is not known");
        }
        return served(organization, line, connection.get());
    }

    private static Mapping served(Organization organization, List<Organization> line, Connection connection) {
        if (!connection.tenantId().equals(organization.tenantId())) {
            return disabled(
                    organization,
                    null,
                    "connection " + connection.id() + " does not belong to tenant " + organization.tenantId());
        }
        if (!connection.enabled()) {
            return disabled(organization, connection, "connection " + connection.id() + " is switched off");
        }
        if (!serves(connection, line)) {
            return unmapped(
                    organization,
                    connection,
                    "connection " + connection.id() + " does not serve organization " + organization.id()
                            + "; add it, or one above it, to servesOnly");
        }
        var customer = customer(organization, connection);
        return customer == null
                ? unmapped(organization, connection, "organization " + organization.id() + " has no customer in Halo")
                : new Mapped(organization, connection, customer, line, Lineage.servedBy(connection.id(), line));
    }

    private static boolean serves(Connection connection, List<Organization> line) {
        var only = connection.servesOnly();
        return only.isEmpty() || line.stream().anyMatch(one -> only.contains(one.id()));
    }

    private static @Nullable Customer customer(Organization organization, Connection connection) {
        var own = organization.customerId();
        if (own != null) {
            return new Customer(own, organization.siteId(), organization.userId());
        }
        var other = connection.defaultCustomerId();
        // A site or a user belongs to one customer, so those of the organization are nobody's here.
        return other == null ? null : new Customer(other, null, null);
    }

    private static Missing unmapped(@Nullable Organization organization, String detail) {
        return unmapped(organization, null, detail);
    }

    private static Missing unmapped(
            @Nullable Organization organization, @Nullable Connection connection, String detail) {
        return new Missing(FailureReason.UNMAPPED_ORGANIZATION, detail, organization, connection, true);
    }

    private static Missing disabled(Organization organization, @Nullable Connection connection, String detail) {
        return new Missing(FailureReason.CONNECTION_DISABLED, detail, organization, connection, true);
    }
}
