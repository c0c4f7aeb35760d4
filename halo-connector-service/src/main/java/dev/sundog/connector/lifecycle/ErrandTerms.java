package dev.sundog.connector.lifecycle;

import dev.sundog.connector.audit.Remedy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of a lane's errands: what it does besides its tickets.
 *
 * @param pollInterval between two looks for changed tickets; zero: none
 * @param auditInterval between two looks for doubled tickets; zero: none
 * @param closingStatusId status that closes a doubled ticket; null if none is known to
 */
public record ErrandTerms(
        Duration pollInterval,
        Duration auditInterval,
        Remedy remedy,
        @Nullable Long closingStatusId) {}
