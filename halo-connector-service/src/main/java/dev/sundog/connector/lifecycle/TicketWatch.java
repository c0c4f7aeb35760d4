package dev.sundog.connector.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hears of every step of every ticket, after it was kept. */
interface TicketWatch {

    /**
     * A ticket moved.
     *
     * @param before null for a ticket that nothing was known of
     */
    void moved(@Nullable TicketState before, Transition step, Instant now);
}
