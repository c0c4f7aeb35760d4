package dev.sundog.routing.customer;

import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What routing needs to know of a connection to Halo: never an address, never a secret.
 *
 * @param servesOnly ids of the organizations that it serves, with those below them; all where empty
 * @param defaultCustomerId customer of organizations that are known but mapped to none; they wait where absent
 */
public record Connection(
        String id,
        String tenantId,
        long version,
        boolean enabled,
        List<Long> closedStatusIds,
        @Nullable String policyId,
        TicketTemplate defaults,
        Set<String> servesOnly,
        @Nullable Long defaultCustomerId) {

    public Connection {
        closedStatusIds = List.copyOf(closedStatusIds);
        servesOnly = Set.copyOf(servesOnly);
    }
}
