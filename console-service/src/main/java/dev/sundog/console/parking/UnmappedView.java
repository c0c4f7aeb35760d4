package dev.sundog.console.parking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that events wait for.
 *
 * @param tenantId the tenant whose events they are; absent where nobody knows
 * @param detail what is missing, as the latest of them says
 * @param sources the products that sent them
 */
public record UnmappedView(
        String organizationId,
        @Nullable String tenantId,
        long events,
        @Nullable String detail,
        List<String> sources,
        Instant oldestAcceptedAt,
        Instant newestAcceptedAt) {

    public UnmappedView {
        sources = List.copyOf(sources);
    }
}
