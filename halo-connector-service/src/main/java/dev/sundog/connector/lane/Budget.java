package dev.sundog.connector.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that a lane spent in the rolling window, counted in slots of a sixtieth of the window, and how much less than
 * configured Halo lets it spend.
 *
 * <p>Halo counts in a rolling window too. A token bucket of the same size could spend twice that much in one window: a full
 * bucket at once, and what drips in meanwhile.
 *
 * @param lesson what a 429 taught; null while the configured limit holds
 */
public record Budget(List<Slot> slots, @Nullable Lesson lesson) {

    private static final int SLOTS = 60;
    /** After a 429 seven tenths are left; each window without one gives back a twentieth of what is configured. */
    private static final int LEFT_PERCENT = 70;

    private static final int STEPS = 20;
    private static final int LEAST_PERCENT = 10;

    /** Calls that began within one slot. */
    public record Slot(Instant start, int calls) {}

    /**
     * The limit learned from Halo's last refusal.
     *
     * @param requests calls in one window from then on
     */
    public record Lesson(int requests, Instant at) {}

    public Budget {
        slots = List.copyOf(slots);
    }

    /** Nothing spent yet. */
    static Budget unspent() {
        return new Budget(List.of(), null);
    }

    /** Calls that may be spent in one window now: what is configured, or less since a 429. */
    public int limit(LaneTerms terms, Instant now) {
        Lesson learned = lesson;
        if (learned == null) {
            return terms.requests();
        }
        long windows = Math.max(
                0,
                Duration.between(learned.at(), now).toMillis() / terms.window().toMillis());
        long step = Math.max(1, terms.requests() / STEPS);
        return (int) Math.min(terms.requests(), learned.requests() + Math.min(windows, terms.requests()) * step);
    }

    /** Whether so many calls more may be spent. */
    boolean allows(int calls, Urgency urgency, LaneTerms terms, Instant now) {
        return spent(terms, now) + bounded(calls, urgency, terms, now) <= share(urgency, terms, now);
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
        return new Budget(next, lesson);
    }

    /** With what was counted too much for the last call given back. */
    Budget refund(int calls) {
        if (slots.isEmpty()) {
            return this;
        }
        List<Slot> next = new ArrayList<>(slots);
        Slot last = next.removeLast();
        if (last.calls() > calls) {
            next.add(new Slot(last.start(), last.calls() - calls));
        }
        return new Budget(next, lesson);
    }

    /** Halo wants fewer calls than this. */
    Budget limited(LaneTerms terms, Instant now) {
        int least = Math.max(1, terms.requests() * LEAST_PERCENT / 100);
        return new Budget(slots, new Lesson(Math.max(least, limit(terms, now) * LEFT_PERCENT / 100), now));
    }

    /** Calls spent in the window. */
    public int spent(LaneTerms terms, Instant now) {
        Instant horizon = horizon(terms, now);
        int spent = 0;
        for (Slot slot : slots) {
            spent += slot.start().isAfter(horizon) ? slot.calls() : 0;
        }
        return spent;
    }

    /** Calls that may still be spent now. */
    public int left(Urgency urgency, LaneTerms terms, Instant now) {
        return Math.max(0, share(urgency, terms, now) - spent(terms, now));
    }

    /** The next moment at which a call leaves the window; now if there is none in it. */
    Instant nextRelease(LaneTerms terms, Instant now) {
        Instant horizon = horizon(terms, now);
        for (Slot slot : slots) {
            if (slot.start().isAfter(horizon)) {
                return slot.start().plus(terms.window()).plus(width(terms));
            }
        }
        return now;
    }

    private int share(Urgency urgency, LaneTerms terms, Instant now) {
        int limit = limit(terms, now);
        return urgency.mayUseReserve() ? limit : Math.max(1, limit - limit * terms.reservedPercent() / 100);
    }

    /** A call that costs more than a whole window goes when the window is empty. */
    private int bounded(int calls, Urgency urgency, LaneTerms terms, Instant now) {
        return Math.min(calls, share(urgency, terms, now));
    }

    private List<Slot> live(LaneTerms terms, Instant now) {
        Instant horizon = horizon(terms, now);
        return slots.stream().filter(slot -> slot.start().isAfter(horizon)).toList();
    }

    /** A slot counts until its last possible call has left the window. */
    private static Instant horizon(LaneTerms terms, Instant now) {
        return now.minus(terms.window()).minus(width(terms));
    }

    private static Duration width(LaneTerms terms) {
        return Duration.ofNanos(terms.window().toNanos() / SLOTS);
    }
}
