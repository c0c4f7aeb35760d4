package dev.sundog.connector.lifecycle;

import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lane.LaneDirectory;
import dev.sundog.connector.lane.LaneQueue;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.Lanes;
import dev.sundog.connector.lane.Moments;
import dev.sundog.connector.lane.Urgency;
import dev.sundog.connector.storm.Matter;
import dev.sundog.connector.storm.Matters;
import dev.sundog.connector.storm.Storm;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Folds new matters of an organization into one ticket while they come too fast, keeps that ticket true, and ends it when all
 * is over and calm: see decision 0008. What a storm holds stands in the states of its matters; here is an index of them.
 */
final class Storms implements TicketWatch {

    /** Tickets of one organization that may wait for a short budget before further ones fold. */
    private static final int WAITING = 3;

    /** Matters that hear of their storm's new ticket in one tick. */
    private static final int TOLD_AT_ONCE = 200;

    private final TicketShelf shelf;
    private final Tickets tickets;
    private final Lanes lanes;
    private final LaneDirectory directory;
    private final StormText text;
    private final Map<String, Storm> storms = new HashMap<>();
    private final Map<String, Matters> matters = new HashMap<>();
    private final Map<String, TicketState> stormTickets = new HashMap<>();
    private final Map<String, Integer> active = new HashMap<>();
    private final TreeSet<String> telling = new TreeSet<>();
    private final Moments agenda = new Moments();

    Storms(TicketShelf shelf, Tickets tickets, Lanes lanes, LaneDirectory directory) {
        this.shelf = shelf;
        this.tickets = tickets;
        this.lanes = lanes;
        this.directory = directory;
        this.text = new StormText(shelf);
    }

    /** A storm as it was kept; all of them before the first ticket. */
    void restore(Storm storm) {
        keep(storm);
        agenda.set(storm.stormKey(), Instant.EPOCH);
        if (storm.hasTicket()) {
            telling.add(storm.stormKey());
        }
    }

    /** A ticket as it was kept. */
    void restore(TicketState state) {
        if (state.identity().isStorm()) {
            stormTickets.put(state.identity().ticketKey(), state);
        } else if (state.phase() instanceof Phase.Folded) {
            index(state);
        }
    }

    /** Routing wishes something of a ticket; if it is one too many, it folds. */
    void requested(Input.Requested requested, Instant now) {
        String ticketKey = requested.identity().ticketKey();
        TicketState before = shelf.ticket(ticketKey);
        if (before != null && before.phase() instanceof Phase.Folded folded && !isIndexed(before, folded)) {
            tickets.apply(ticketKey, new Input.Unfolded(), now);
        }
        tickets.apply(ticketKey, requested, now);
        TicketState after = Objects.requireNonNull(shelf.ticket(ticketKey));
        boolean isNew = after.phase() instanceof Phase.Wanted
                && (before == null || before.episode() != after.episode())
                && !after.identity().isStorm();
        LaneTerms terms = directory.terms(after.identity().connectionId());
        if (isNew && terms != null && terms.storm().threshold() > 0) {
            arrived(after, terms, now);
        }
    }

    /** The storm's ticket is about to get its turn: it shall say the newest. */
    void freshen(String ticketKey, Instant now) {
        Storm storm = storms.get(ticketKey);
        if (storm != null && storm.isStale() && takesMore(ticketKey)) {
            write(storm, Goal.OPEN, now);
        }
    }

    /** Time passed. Returns the connections whose lanes may have something to do now. */
    Set<String> tick(Instant now) {
        Set<String> connections = new TreeSet<>();
        for (String stormKey : agenda.takeUntil(now)) {
            connections.add(storm(stormKey).connectionId());
            wake(stormKey, now);
        }
        List.copyOf(telling).forEach(stormKey -> tell(stormKey, now));
        return connections;
    }

    @Override
    public void moved(@Nullable TicketState before, Transition step, Instant now) {
        TicketState after = step.state();
        if (after.identity().isStorm()) {
            ticketMoved(after, step.effects(), now);
        } else if (isFolded(before) || isFolded(after)) {
            matterMoved(after, now);
        }
    }

    private void arrived(TicketState state, LaneTerms terms, Instant now) {
        TicketIdentity identity = state.identity();
        Storm storm = known(identity).arrived(terms.storm(), now);
        if (isShort(identity, terms, now)) {
            storm = storm.rough(terms.storm(), now);
        }
        put(storm);
        schedule(storm.stormKey(), now);
        if (storm.rages(now) && !(state.newest().critical() && mayStaySingle(identity, terms, now))) {
            fold(state, storm, now);
        }
    }

    /** What waits already would take all that is left of the window's budget. */
    private boolean isShort(TicketIdentity identity, LaneTerms terms, Instant now) {
        LaneQueue queue = lanes.queue(identity.connectionId());
        Lane lane = lanes.lane(identity.connectionId());
        return queue.waitingForNew(identity.organizationId(), now) > WAITING
                && queue.ready(Urgency.NEW, now) > lane.budget().left(Urgency.NEW, terms, now);
    }

    private boolean mayStaySingle(TicketIdentity identity, LaneTerms terms, Instant now) {
        int waiting = lanes.queue(identity.connectionId()).ready(Urgency.URGENT, now);
        return waiting <= lanes.lane(identity.connectionId()).budget().left(Urgency.URGENT, terms, now);
    }

    private void fold(TicketState state, Storm storm, Instant now) {
        String stormKey = storm.stormKey();
        Storm folded = storm.fold();
        put(folded);
        TicketRef ticket = takesMore(stormKey) ? house(stormKey) : null;
        tickets.apply(state.identity().ticketKey(), new Input.Folded(folded.generation(), ticket), now);
        if (!takesMore(stormKey)) {
            write(storm(stormKey), Goal.OPEN, now);
        }
    }

    private void matterMoved(TicketState state, Instant now) {
        String stormKey = TicketIdentity.stormKey(
                state.identity().connectionId(), state.identity().organizationId());
        Storm storm = storms.get(stormKey);
        if (storm == null || !storm.hasTicket()) {
            return;
        }
        boolean differs = index(state);
        if (isUnanswered(state) && !takesMore(stormKey)) {
            // A repeat is reason to try again what Halo refused.
            put(storm.changed());
            write(storm(stormKey), Goal.OPEN, now);
        }
        if (!differs) {
            return;
        }
        put(storm(stormKey).changed());
        TicketState ticket = stormTickets.get(stormKey);
        boolean ending = ticket != null && ticket.newest().goal() == Goal.RESOLVED;
        if (ending && of(stormKey).lasting() > 0) {
            write(storm(stormKey), Goal.OPEN, now);
        }
        schedule(stormKey, now);
    }

    private void ticketMoved(TicketState ticket, List<Effect> effects, Instant now) {
        String stormKey = ticket.identity().ticketKey();
        stormTickets.put(stormKey, ticket);
        if (house(stormKey) != null) {
            telling.add(stormKey);
        } else {
            effects.forEach(effect -> {
                if (effect instanceof Effect.Publish publish
                        && publish.news().detail() instanceof TicketNews.Failed failed) {
                    of(stormKey)
                            .untold(Integer.MAX_VALUE)
                            .forEach(key -> tickets.apply(key, new Input.Unhoused(failed), now));
                }
            });
        }
        boolean over = ticket.phase() instanceof Phase.Over || ticket.phase() instanceof Phase.Idle;
        if (over && ticket.newest().goal() == Goal.RESOLVED && of(stormKey).lasting() == 0) {
            end(stormKey);
        } else {
            schedule(stormKey, now);
        }
    }

    private void wake(String stormKey, Instant now) {
        Storm storm = storm(stormKey);
        Instant forgotten = forgottenAt(storm);
        if (forgotten != null && !forgotten.isAfter(now)) {
            storms.remove(stormKey);
            matters.remove(stormKey);
            shelf.forget(storm);
            return;
        }
        if (of(stormKey).lasting() == 0
                && takesMore(stormKey)
                && !endsAt(storm, now).isAfter(now)) {
            write(storm, Goal.RESOLVED, now);
        } else if (storm.isStale()
                && house(stormKey) != null
                && !storm.nextUpdate().isAfter(now)) {
            freshen(stormKey, now);
        }
        schedule(stormKey, now);
    }

    /** Sources learn the number of the ticket that their matters live in, some in each tick, so that no other lane waits. */
    private void tell(String stormKey, Instant now) {
        TicketRef ticket = house(stormKey);
        List<String> untold = ticket == null ? List.of() : of(stormKey).untold(TOLD_AT_ONCE);
        if (ticket == null || untold.isEmpty()) {
            telling.remove(stormKey);
            return;
        }
        untold.forEach(ticketKey -> tickets.apply(ticketKey, new Input.Housed(ticket), now));
    }

    private void write(Storm storm, Goal goal, Instant now) {
        String stormKey = storm.stormKey();
        Input.Requested wish = text.wish(storm, of(stormKey), stormTickets.get(stormKey), goal, now);
        put(storm.written(now));
        tickets.apply(stormKey, wish, now);
    }

    private void end(String stormKey) {
        put(storm(stormKey).ended());
        matters.remove(stormKey);
        telling.remove(stormKey);
        agenda.set(stormKey, null);
    }

    /** When to look at the storm again: when its ticket should be written anew, or when it may be over. */
    private void schedule(String stormKey, Instant now) {
        Storm storm = storm(stormKey);
        Instant next = forgottenAt(storm);
        if (storm.hasTicket() && takesMore(stormKey)) {
            if (storm.isStale() && house(stormKey) != null) {
                next = storm.nextUpdate();
            }
            if (of(stormKey).lasting() == 0) {
                Instant end = endsAt(storm, now);
                next = next == null || end.isBefore(next) ? end : next;
            }
        }
        agenda.set(stormKey, next);
    }

    /** When an organization without a storm is forgotten; null if it must not be, or while its connection is unknown. */
    private @Nullable Instant forgottenAt(Storm storm) {
        LaneTerms terms = directory.terms(storm.connectionId());
        return terms == null ? null : storm.forgottenAt(terms.storm()).orElse(null);
    }

    /** When a storm is over in which nothing lasts: when it is calm, or at once if Halo never heard of it. */
    private Instant endsAt(Storm storm, Instant now) {
        TicketState ticket = stormTickets.get(storm.stormKey());
        boolean unheard = ticket != null && ticket.phase() instanceof Phase.Wanted;
        return unheard ? now : Objects.requireNonNullElse(storm.roughUntil(), now);
    }

    /** True while the storm's ticket is, or is about to be, where a new matter is seen. */
    private boolean takesMore(String stormKey) {
        TicketState ticket = stormTickets.get(stormKey);
        return ticket != null
                && ticket.newest().goal() == Goal.OPEN
                && switch (ticket.phase()) {
                    case Phase.Wanted _, Phase.Creating _, Phase.Unsure _, Phase.Finding _ -> true;
                    case Phase.Open _, Phase.Changing _ -> true;
                    case Phase.Reading reading -> reading.from() instanceof Phase.Open;
                    case Phase _ -> false;
                };
    }

    /** The storm's ticket in Halo; null while there is none that a matter can live in. */
    private @Nullable TicketRef house(String stormKey) {
        TicketState ticket = stormTickets.get(stormKey);
        return ticket == null || ticket.phase() instanceof Phase.Over
                ? null
                : ticket.phase().ticketRef();
    }

    /** Brings the index up to date; true if people would see a difference. */
    private boolean index(TicketState state) {
        TicketIdentity identity = state.identity();
        String stormKey = TicketIdentity.stormKey(identity.connectionId(), identity.organizationId());
        Storm storm = storms.get(stormKey);
        if (storm != null
                && state.phase() instanceof Phase.Folded folded
                && folded.generation() == storm.generation()) {
            Matter matter = new Matter(identity.ticketKey(), state.newest().severity(), folded.at(), folded.over());
            return of(stormKey).put(matter, folded.ticket() != null);
        }
        return of(stormKey).remove(identity.ticketKey());
    }

    /** Whether the matter belongs to a storm that is not over. */
    private boolean isIndexed(TicketState state, Phase.Folded folded) {
        return known(state.identity()).generation() == folded.generation();
    }

    private Storm known(TicketIdentity identity) {
        String stormKey = TicketIdentity.stormKey(identity.connectionId(), identity.organizationId());
        Storm storm = storms.get(stormKey);
        return storm != null
                ? storm
                : Storm.calm(stormKey, identity.tenantId(), identity.connectionId(), identity.organizationId());
    }

    private Storm storm(String stormKey) {
        return Objects.requireNonNull(storms.get(stormKey), stormKey);
    }

    private Matters of(String stormKey) {
        return matters.computeIfAbsent(stormKey, _ -> new Matters());
    }

    private void put(Storm storm) {
        keep(storm);
        shelf.put(storm);
    }

    private void keep(Storm storm) {
        Storm old = storms.put(storm.stormKey(), storm);
        int change = (storm.hasTicket() ? 1 : 0) - (old != null && old.hasTicket() ? 1 : 0);
        if (change != 0) {
            lanes.storms(storm.connectionId(), active.merge(storm.connectionId(), change, Integer::sum));
        }
    }

    /** True while somebody waits to hear of the storm's ticket. */
    private static boolean isUnanswered(TicketState state) {
        return state.phase() instanceof Phase.Folded folded
                && folded.ticket() == null
                && !state.pending().isEmpty();
    }

    private static boolean isFolded(@Nullable TicketState state) {
        return state != null && state.phase() instanceof Phase.Folded;
    }
}
