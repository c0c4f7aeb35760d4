package dev.sundog.console.backtest;

import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.trial.Example;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what one set of rules makes of events: outcomes, and tickets for each customer. Memory is bounded. For one thread. */
final class Tally {

    /** Tickets told apart; more are counted no more, and the result says so. */
    private static final int TICKETS = 200_000;

    /** Organizations counted each for itself; the others count together. */
    private static final int ORGANIZATIONS = 2_000;

    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Tickets> byOrganization = new TreeMap<>();
    private final Set<Long> tickets = new HashSet<>();
    private boolean full;

    /** Tickets of one organization. */
    private record Tickets(String organizationId, long customerId, long events, long tickets) {}

    void take(Event event, Decision decision) {
        outcomes.merge(Example.outcomeOf(decision), 1L, Long::sum);
        if (decision instanceof Routed(var _, var wish)) {
            // What only ends a matter makes no ticket.
            long made = !wish.resolved() && isNew(wish.ticketKey()) ? 1 : 0;
            var known = byOrganization.containsKey(event.organizationId()) || byOrganization.size() < ORGANIZATIONS;
            var organization = known ? event.organizationId() : "others";
            byOrganization.merge(
                    organization,
                    new Tickets(organization, known ? wish.fields().customerId() : 0, 1, made),
                    (one, other) -> new Tickets(
                            one.organizationId(),
                            other.customerId(),
                            one.events() + other.events(),
                            one.tickets() + other.tickets()));
        }
    }

    Map<String, Object> result() {
        var result = new LinkedHashMap<String, Object>();
        result.put("outcomes", outcomes);
        result.put("tickets", tickets.size());
        result.put("ticketsAreAtLeast", full);
        result.put("byOrganization", byOrganization.values());
        return result;
    }

    private boolean isNew(String ticketKey) {
        if (tickets.size() >= TICKETS) {
            full = true;
            return false;
        }
        return tickets.add(hash(ticketKey));
    }

    /** 64 bits: two of 200,000 names share one once in a billion times. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
