package dev.sundog.routing.customer;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who an event is about in Halo, as far as anybody knows. */
public sealed interface Mapping {

    /**
     * Customer and connection are known.
     *
     * @param inherited fields that the parents and the organization itself set, the organization's first
     */
    record Mapped(Organization organization, Connection connection, long customerId, List<TicketTemplate> inherited)
            implements Mapping {
        public Mapped {
            inherited = List.copyOf(inherited);
        }
    }

    /**
     * Something is missing, switched off or foreign; the event has to wait.
     *
     * @param organization the organization, where the sender may know of it
     * @param wholeOrganization true when the cause holds every event of the organization, false when only this one
     */
    record Missing(
            FailureReason reason,
            String detail,
            @Nullable Organization organization,
            @Nullable Connection connection,
            boolean wholeOrganization)
            implements Mapping {}
}
