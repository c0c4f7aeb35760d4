package dev.sundog.connector.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls that a lane spent in the rolling window, counted in slots of a sixtieth of the window.
 *
 * <p>Halo counts in a rolling window too. A token bucket of the same size could spend twice that much in one window: a full
 * bucket at once, and what drips in meanwhile.
 */
public record Budget(List<Slot> slots) {

    private static final int SLOTS = 60;

    /** Calls that began within one slot. */
    public record Slot(Instant start, int calls) {}

    public Budget {
        slots = List.copyOf(slots);
    }

    /** Nothing spent yet. */
    static Budget unspent() {
        return new Budget(List.of());
    }

    /** Whether one more call may be spent. */
    boolean allows(LaneTerms terms, Instant now) {
        return spent(terms, now) < terms.requests();
    }

    /** With so many calls more. */
    Budget spend(int calls, LaneTerms terms, Instant now) {
        List<Slot> next = new ArrayList<>(live(terms, now));
        if (!next.isEmpty() && now.isBefore(next.getLast().start().plus(width(terms)))) {
            Slot last = next.removeLast();
            next.add(new Slot(last.start(), last.calls() + calls));
        } else {
            next.add(new Slot(now, calls));
        }
        return new Budget(next);
    }

    private int spent(LaneTerms terms, Instant now) {
        return live(terms, now).stream().mapToInt(Slot::calls).sum();
    }

    /** A slot counts until its last possible call has left the window. */
    private List<Slot> live(LaneTerms terms, Instant now) {
        Instant horizon = now.minus(terms.window()).minus(width(terms));
        return slots.stream().filter(slot -> slot.start().isAfter(horizon)).toList();
    }

    private static Duration width(LaneTerms terms) {
        return terms.window().dividedBy(SLOTS);
    }
}
