package dev.sundog.routing.customer;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.customer.Mapping.Mapped;
import dev.sundog.routing.customer.Mapping.Missing;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        return switch (lineage(organization, directory)) {
            case Lineage.Broken broken -> unmapped(organization, broken.detail());
            case Lineage.Whole whole -> connected(organization, whole.line(), directory);
        };
    }

    private static Mapping connected(Organization organization, List<Organization> line, Directory directory) {
        var connectionId = line.stream()
                .flatMap(one -> Optional.ofNullable(one.connectionId()).stream())
                .findFirst();
        if (connectionId.isEmpty()) {
            return unmapped(organization, "organization " + organization.id() + " has no connection");
        }
        var connection = directory.connection(connectionId.get());
        if (connection.isEmpty()) {
            return disabled(organization, null, "connection " + connectionId.get() + " is not known");
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
        var customerId = organization.customerId();
        if (customerId == null) {
            return new Missing(
                    FailureReason.UNMAPPED_ORGANIZATION,
                    "organization " + organization.id() + " has no customer in Halo",
                    organization,
                    connection,
                    true);
        }
        List<TicketTemplate> inherited =
                line.stream().map(Organization::overrides).toList();
        return new Mapped(organization, connection, customerId, inherited);
    }

    private static Lineage lineage(Organization organization, Directory directory) {
        var line = new ArrayList<Organization>();
        var seen = new HashSet<String>();
        var current = organization;
        while (true) {
            if (!seen.add(current.id())) {
                return new Lineage.Broken("organization " + organization.id() + " inherits from itself");
            }
            line.add(current);
            var parentId = current.parentId();
            if (parentId == null) {
                return new Lineage.Whole(line);
            }
            var parent = directory.organization(parentId);
            if (parent.isEmpty() || !parent.get().tenantId().equals(organization.tenantId())) {
                return new Lineage.Broken("parent organization " + parentId + " is not known");
            }
            current = parent.get();
        }
    }

    private static Missing unmapped(@Nullable Organization organization, String detail) {
        return new Missing(FailureReason.UNMAPPED_ORGANIZATION, detail, organization, null, true);
    }

    private static Missing disabled(Organization organization, @Nullable Connection connection, String detail) {
        return new Missing(FailureReason.CONNECTION_DISABLED, detail, organization, connection, true);
    }

    /** An organization and those it inherits from, nearest first. */
    private sealed interface Lineage {
        record Whole(List<Organization> line) implements Lineage {}

        record Broken(String detail) implements Lineage {}
    }
}
