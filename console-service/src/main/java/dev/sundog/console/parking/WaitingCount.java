package dev.sundog.console.parking;

import org.jspecify.annotations.Nullable;

/**
 * How many events of one organization wait for one reason.
 *
 * @param tenantId whose they are; absent where nobody knows
 */
record WaitingCount(@Nullable String tenantId, @Nullable String reason, long events) {}
