package dev.sundog.connector.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several tickets in Halo carry one reference.
 *
 * @param ticketKey the lasting ticket that the reference belongs to; null if that is not known any more
 * @param keptTicketId the first
 * @param duplicateTicketIds the others, ascending
 */
public record Finding(
        String connectionId,
        @Nullable String ticketKey,
        String reference,
        long keptTicketId,
        List<Long> duplicateTicketIds,
        Remedy remedy,
        Instant foundAt) {

    public Finding {
        duplicateTicketIds = List.copyOf(duplicateTicketIds);
    }

    /** The same for the same tickets. */
    public String findingId() {
        return reference + "-" + keptTicketId
                + duplicateTicketIds.stream().map(id -> "-" + id).collect(Collectors.joining());
    }
}
