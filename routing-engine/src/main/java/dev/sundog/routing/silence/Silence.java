package dev.sundog.routing.silence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants events to wait: during maintenance, or because the matter is known.
 *
 * @param startsAt when it begins; of a recurring one, no window begins earlier
 * @param endsAt when it ends, exclusive; of a recurring one, no window begins then or later, but one that is open stays so
 * @param untilResolved true: it ends for each matter when that is over, at the latest with endsAt
 * @param when condition that must hold besides
 */
public record Silence(
        String id,
        String tenantId,
        long version,
        @Nullable String name,
        String owner,
        String reason,
        Instant startsAt,
        @Nullable Instant endsAt,
        boolean untilResolved,
        @Nullable Recurrence recurrence,
        Scope scope,
        @Nullable String when) {

    /** What people call it. */
    public String shown() {
        return name == null || name.isBlank() ? id : name;
    }
}
