package dev.sundog.connector.storm;

import dev.sundog.connector.lane.StormTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many new tickets one organization wanted lately, and the storm that it is in, if it is in one.
 *
 * @param stormKey ticket key of its storms' ticket
 * @param arrivals new matters by slots of a twelfth of the window, the oldest first
 * @param roughUntil until when new matters fold; null if it was always calm
 * @param generation counts the storms that had a ticket; matters of an earlier one do not belong to this one
 * @param folded matters that folded in this generation; zero: it has no ticket
 * @param changes counts what happened to the ticket's content; never goes back
 * @param shown how much of that Halo's ticket shows, or will with the next call
 * @param shownAt when it was last written
 * @param updates how often it was written in this generation
 */
public record Storm(
        String stormKey,
        String tenantId,
        String connectionId,
        String organizationId,
        List<Slot> arrivals,
        @Nullable Instant roughUntil,
        int generation,
        long folded,
        long changes,
        long shown,
        @Nullable Instant shownAt,
        int updates) {

    private static final int SLOTS = 12;
    private static final Duration FIRST_INTERVAL = Duration.ofSeconds(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(5);

    /** New matters within one slot. */
    public record Slot(Instant start, int count) {}

    public Storm {
        arrivals = List.copyOf(arrivals);
    }

    /** Of an organization that nothing is known of. */
    public static Storm calm(String stormKey, String tenantId, String connectionId, String organizationId) {
        return new Storm(stormKey, tenantId, connectionId, organizationId, List.of(), null, 1, 0, 0, 0, null, 0);
    }

    /** One more new matter. From the threshold on it is rough, and stays so for the time of calm. */
    public Storm arrived(StormTerms terms, Instant now) {
        List<Slot> next = new ArrayList<>(live(terms, now));
        if (!next.isEmpty() && now.isBefore(next.getLast().start().plus(width(terms)))) {
            Slot last = next.removeLast();
            next.add(new Slot(last.start(), last.count() + 1));
        } else {
            next.add(new Slot(now, 1));
        }
        int count = next.stream().mapToInt(Slot::count).sum();
        Storm arrived = with(next, roughUntil);
        return terms.threshold() > 0 && count > terms.threshold() ? arrived.rough(terms, now) : arrived;
    }

    /** It is rough, and stays so for the time of calm. */
    public Storm rough(StormTerms terms, Instant now) {
        return with(arrivals, now.plus(terms.calm()));
    }

    /** True while new matters fold. */
    public boolean rages(Instant now) {
        return roughUntil != null && now.isBefore(roughUntil);
    }

    /**
     * When nothing about it matters any more: it never had a ticket, and its last arrivals have left the window. Empty if it had
     * one, for matters may still live in it.
     */
    public Optional<Instant> forgottenAt(StormTerms terms) {
        if (hasTicket() || generation > 1) {
            return Optional.empty();
        }
        Instant left = arrivals.isEmpty()
                ? Instant.EPOCH
                : arrivals.getLast().start().plus(terms.window()).plus(width(terms));
        return Optional.of(roughUntil == null || roughUntil.isBefore(left) ? left : roughUntil);
    }

    /** True while it has a ticket that is not over. */
    public boolean hasTicket() {
        return folded > 0;
    }

    /** One more matter lives in its ticket. */
    public Storm fold() {
        return counted(folded + 1, changes, shown, shownAt, updates);
    }

    /** The ticket should say something else. */
    public Storm changed() {
        return counted(folded, changes + 1, shown, shownAt, updates);
    }

    /** All that is known now is on its way to Halo. */
    public Storm written(Instant now) {
        return counted(folded, changes, changes, now, updates + 1);
    }

    /** True if the ticket lacks something. */
    public boolean isStale() {
        return hasTicket() && changes > shown;
    }

    /** When the ticket should be written again if it lacks something: soon at first, then less and less often. */
    public Instant nextUpdate() {
        Instant last = shownAt;
        if (last == null) {
            return Instant.EPOCH;
        }
        int doublings = Math.min(Math.max(0, updates - 1), 10);
        Duration interval = FIRST_INTERVAL.multipliedBy(1L << doublings);
        return last.plus(interval.compareTo(LONGEST_INTERVAL) < 0 ? interval : LONGEST_INTERVAL);
    }

    /** Its ticket is over; the next storm has another. */
    public Storm ended() {
        return new Storm(
                stormKey,
                tenantId,
                connectionId,
                organizationId,
                arrivals,
                roughUntil,
                generation + 1,
                0,
                changes,
                changes,
                null,
                0);
    }

    private List<Slot> live(StormTerms terms, Instant now) {
        Instant horizon = now.minus(terms.window());
        return arrivals.stream().filter(slot -> slot.start().isAfter(horizon)).toList();
    }

    private static Duration width(StormTerms terms) {
        return terms.window().dividedBy(SLOTS);
    }

    private Storm with(List<Slot> slots, @Nullable Instant rough) {
        return new Storm(
                stormKey,
                tenantId,
                connectionId,
                organizationId,
                slots,
                rough,
                generation,
                folded,
                changes,
                shown,
                shownAt,
                updates);
    }

    private Storm counted(long count, long happened, long known, @Nullable Instant at, int times) {
        return new Storm(
                stormKey,
                tenantId,
                connectionId,
                organizationId,
                arrivals,
                roughUntil,
                generation,
                count,
                happened,
                known,
                at,
                times);
    }
}
