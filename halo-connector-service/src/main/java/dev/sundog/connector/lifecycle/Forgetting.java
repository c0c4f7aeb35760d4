package dev.sundog.connector.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Goes round the shelf, a few tickets at a time, and forgets those whose matter is over for longer than the retention: see
 * decision 0006. Where it stands is not kept: after a restart it begins again.
 */
final class Forgetting {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;

    private final TicketShelf shelf;
    private final Duration retention;
    private String last = "";
    private Instant next = Instant.EPOCH;

    Forgetting(TicketShelf shelf, Duration retention) {
        this.shelf = shelf;
        this.retention = retention;
    }

    void tick(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        List<TicketState> some = shelf.after(last, AT_ONCE);
        last = some.size() < AT_ONCE ? "" : some.getLast().identity().ticketKey();
        some.stream().filter(state -> state.mayBeForgotten(retention, now)).forEach(shelf::forget);
    }
}
