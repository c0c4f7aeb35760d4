package dev.sundog.connector.simulation;

import dev.sundog.connector.lifecycle.LifeRules;
import dev.sundog.connector.lifecycle.Phase;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.simulation.Violation.Promise;
import java.util.List;
import java.util.Map;

/** What must be true once no fault strikes any more and time has passed. */
final class Verdict {

    private final World world;

    Verdict(World world) {
        this.world = world;
    }

    void settled() {
        for (Map.Entry<String, Ledger.Matter> entry :
                world.judge.ledger.matters().entrySet()) {
            matter(entry.getKey(), entry.getValue());
        }
        String unanswered = world.judge.ledger.unanswered();
        if (unanswered != null) {
            throw new Violation(Promise.BALANCE, unanswered + " was accepted and never answered");
        }
    }

    /** Whether nothing is under way and no ticket waits for anything. */
    boolean quiet() {
        return world.lifecycle.idle()
                && world.caller.idle()
                && world.kept.lanes.values().stream().allMatch(lane -> lane.inFlight() == null)
                && world.kept.tickets.values().stream()
                        .allMatch(state -> state.due() == null && state.phase().callId() == null);
    }

    private void matter(String key, Ledger.Matter matter) {
        TicketState state = world.kept.tickets.get(key);
        if (state == null) {
            throw new Violation(Promise.NONE_MISSING, "nothing is known of " + key);
        }
        ModelHalo halo = world.sites.get(matter.connectionId).halo;
        List<ModelTicket> tickets = halo.tickets().stream()
                .filter(ticket -> key.equals(ticket.ticketKey))
                .toList();
        if (tickets.stream().anyMatch(ticket -> ticket.touchedByPerson() || !ticket.findable(halo.lookup))) {
            return;
        }
        if (world.judge.ledger.isCommanded(key)) {
            // A person decided that there is none, or another.
            return;
        }
        if (matter.lasts()) {
            lasting(key, state, tickets);
        } else {
            over(key, matter, state, tickets);
        }
    }

    private static void lasting(String key, TicketState state, List<ModelTicket> tickets) {
        if (state.phase() instanceof Phase.Refused || state.phase() instanceof Phase.Folded) {
            return;
        }
        if (tickets.isEmpty()) {
            throw new Violation(Promise.NONE_MISSING, key + " lasts and has no ticket; it is " + state.phase());
        }
        if (tickets.getLast().closed()) {
            throw new Violation(
                    Promise.LATEST_STATE,
                    key + " lasts and ticket " + tickets.getLast().id + " is closed; it is " + state.phase());
        }
    }

    private static void over(String key, Ledger.Matter matter, TicketState state, List<ModelTicket> tickets) {
        LifeRules rules = matter.newest.rules();
        if (state.phase() instanceof Phase.Held
                || !rules.closes()
                || !rules.closeWithin().isZero()) {
            return;
        }
        for (ModelTicket ticket : tickets) {
            if (!ticket.closed()) {
                throw new Violation(
                        Promise.LATEST_STATE,
                        key + " is over and ticket " + ticket.id + " is open; it is " + state.phase());
            }
        }
    }
}
