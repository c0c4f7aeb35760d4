package dev.sundog.routing.event;

import java.math.BigDecimal;

/**
 * Money that following a recommendation would save.
 *
 * @param period {@code ONE_TIME}, {@code MONTHLY} or {@code YEARLY}
 */
public record Saving(BigDecimal amount, String currency, String period) {}
