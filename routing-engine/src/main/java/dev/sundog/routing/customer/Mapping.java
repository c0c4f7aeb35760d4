package dev.sundog.routing.customer;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who an event is about in Halo, as far as anybody knows. */
public sealed interface Mapping {

    /**
     * Customer and connection are known.
     *
     * @param customer whom its tickets belong to, where no ticket field says otherwise
     * @param lineage the organization and all those above it, nearest first
     * @param heirs how many of them, from the nearest, pass their fields and their policy on: those that the same connection
     *     serves; the numbers that others set are of another Halo
     */
    record Mapped(
            Organization organization, Connection connection, Customer customer, List<Organization> lineage, int heirs)
            implements Mapping {
        public Mapped {
            lineage = List.copyOf(lineage);
        }

        /** Those that pass something on, nearest first. */
        public List<Organization> inheritsFrom() {
            return heirs == lineage.size() ? lineage : lineage.subList(0, heirs);
        }

        /** Fields that the organization and those above it set, the organization's first. */
        public List<TicketTemplate> inherited() {
            return inheritsFrom().stream().map(Organization::overrides).toList();
        }

        /** The policy that decides: the nearest organization's that names one, or else the connection's. */
        public Optional<String> policyId() {
            for (var one : inheritsFrom()) {
                if (one.policyId() != null) {
                    return Optional.of(one.policyId());
                }
            }
            return Optional.ofNullable(connection.policyId());
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
