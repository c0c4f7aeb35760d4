package dev.sundog.routing.customer;

import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What routing needs to know of a connection to Halo: never an address, never a secret. */
public record Connection(
        String id,
        String tenantId,
        long version,
        boolean enabled,
        List<Long> closedStatusIds,
        @Nullable String policyId,
        TicketTemplate defaults) {

    public Connection {
        closedStatusIds = List.copyOf(closedStatusIds);
    }
}
