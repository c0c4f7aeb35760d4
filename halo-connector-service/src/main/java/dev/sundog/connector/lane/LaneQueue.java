package dev.sundog.connector.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a turn in one lane. Kept in memory only and made anew from the tickets at each start; the order depends on
 * nothing but those and the lane. No method looks at all who wait.
 */
public final class LaneQueue {

    /** Notes that fit into one exchange with Halo. */
    public static final int NOTES = 25;

    /** How long a note waits for others to go with it. */
    static final Duration NOTE_PATIENCE = Duration.ofSeconds(15);

    private final Map<String, Want> wants = new HashMap<>();
    private final TreeSet<Want> asleep = new TreeSet<>(Line.BY_DUE);
    private int errands;
    private final Map<Urgency, Line> lines = new EnumMap<>(Urgency.class);

    LaneQueue() {
        for (Urgency urgency : Urgency.values()) {
            lines.put(urgency, new Line());
        }
    }

    /** Puts the ticket where it wants to be; nowhere if it wants no turn. */
    void put(String ticketKey, @Nullable Want want) {
        Want old = wants.get(ticketKey);
        if (Objects.equals(old, want)) {
            return;
        }
        if (old != null) {
            wants.remove(ticketKey);
            errands -= isErrand(old) ? 1 : 0;
            if (!asleep.remove(old)) {
                line(old.urgency()).remove(old);
            }
        }
        if (want != null) {
            errands += isErrand(want) ? 1 : 0;
            wants.put(ticketKey, want);
            asleep.add(want);
        }
    }

    /** The one whose turn it is, as far as the budget goes; it stays in the queue until its state says otherwise. */
    public Optional<Want> first(Lane lane, LaneTerms terms, Instant now) {
        wake(now);
        // A lane that comes back from a failure is probed with what is most urgent.
        for (Urgency urgency : Urgency.order(lane.setbacks() > 0 ? 0 : lane.turns())) {
            Optional<Want> head = mayGo(urgency, now) ? line(urgency).next(lane.lastOrganization()) : Optional.empty();
            if (head.isEmpty()) {
                continue;
            }
            if (lane.budget().allows(head.get().requests(), urgency, terms, now)) {
                return head;
            }
            if (urgency == Urgency.URGENT) {
                // What is cheaper and less urgent would eat up what the urgent one saves for.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Those whose notes may go together now, in a fair order. */
    public List<Want> notes(Lane lane, Instant now) {
        wake(now);
        return line(Urgency.NOTE).next(lane.lastOrganization(), NOTES);
    }

    /** How many of an organization wait for new tickets that are not urgent. */
    public int waitingForNew(String organizationId, Instant now) {
        wake(now);
        return line(Urgency.NEW).size(organizationId);
    }

    /** How many turns of this urgency are wanted now. */
    public int ready(Urgency urgency, Instant now) {
        wake(now);
        return line(urgency).size();
    }

    /** How many wait for a turn, now or later. Errands do not count here: they always wait for their next time. */
    int size() {
        return wants.size() - errands;
    }

    /** Since when the one waits that has waited longest, or will wait first; empty if nobody does. */
    Optional<Instant> oldest() {
        Optional<Instant> oldest = firstAsleep();
        for (Urgency urgency : Urgency.values()) {
            if (urgency != Urgency.ERRAND) {
                oldest = Moments.earlier(oldest, line(urgency).oldest());
            }
        }
        return oldest;
    }

    private Optional<Instant> firstAsleep() {
        for (Want want : asleep) {
            if (!isErrand(want)) {
                return Optional.of(want.due());
            }
        }
        return Optional.empty();
    }

    /** True if somebody is ready now and only lane or budget are in the way. */
    boolean isBlocked(Instant now) {
        wake(now);
        for (Urgency urgency : Urgency.values()) {
            if (mayGo(urgency, now)) {
                return true;
            }
        }
        return false;
    }

    /** When the next one becomes ready that is not ready yet; empty if nobody will. */
    Optional<Instant> nextReady(Instant now) {
        wake(now);
        Optional<Instant> waking =
                asleep.isEmpty() ? Optional.empty() : Optional.of(asleep.first().due());
        Optional<Instant> leaving = line(Urgency.NOTE).oldest().map(due -> due.plus(NOTE_PATIENCE));
        return Moments.earlier(waking.filter(now::isBefore), leaving.filter(now::isBefore));
    }

    private boolean mayGo(Urgency urgency, Instant now) {
        Line line = line(urgency);
        return urgency == Urgency.NOTE
                ? line.size() >= NOTES
                        || line.oldest()
                                .filter(due -> !due.plus(NOTE_PATIENCE).isAfter(now))
                                .isPresent()
                : line.size() > 0;
    }

    private void wake(Instant now) {
        while (!asleep.isEmpty() && !asleep.first().due().isAfter(now)) {
            Want want = asleep.removeFirst();
            line(want.urgency()).add(want);
        }
    }

    private static boolean isErrand(Want want) {
        return want.urgency() == Urgency.ERRAND;
    }

    private Line line(Urgency urgency) {
        return Objects.requireNonNull(lines.get(urgency));
    }
}
