package dev.sundog.connector.storm;

import dev.sundog.connector.lane.Severity;
import java.time.Instant;
import java.util.Comparator;

/**
 * One matter that lives in a storm's ticket.
 *
 * @param at when it was folded
 * @param over true: it is over
 */
public record Matter(String ticketKey, Severity severity, Instant at, boolean over) {

    /** What lasts first, then the worst, then the oldest. */
    static final Comparator<Matter> BY_WEIGHT = Comparator.comparing(Matter::over)
            .thenComparing(Matter::severity)
            .thenComparing(Matter::at)
            .thenComparing(Matter::ticketKey);

    /** In the order in which they were folded. */
    static final Comparator<Matter> BY_AGE = Comparator.comparing(Matter::at).thenComparing(Matter::ticketKey);
}
