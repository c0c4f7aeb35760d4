package dev.sundog.routing.customer;

import dev.sundog.routing.ticket.TicketTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Whom events are about, and who that is in Halo.
 *
 * @param connectionId the connection that serves it; the parent's where absent
 * @param customerId the customer in Halo; not mapped where absent
 * @param policyId a policy of its own instead of the connection's
 */
public record Organization(
        String id,
        String tenantId,
        long version,
        @Nullable String name,
        @Nullable String parentId,
        @Nullable String connectionId,
        @Nullable Long customerId,
        @Nullable Long siteId,
        @Nullable Long userId,
        @Nullable String policyId,
        TicketTemplate overrides) {

    /** The same organization, decided by another policy. */
    public Organization decidedBy(String otherPolicyId) {
        return new Organization(
                id,
                tenantId,
                version,
                name,
                parentId,
                connectionId,
                customerId,
                siteId,
                userId,
                otherPolicyId,
                overrides);
    }
}
