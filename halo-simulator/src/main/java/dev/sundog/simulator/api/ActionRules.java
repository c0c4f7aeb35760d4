package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import java.util.Map;
import java.util.Optional;

/** What Halo wants of an action, in its words. */
final class ActionRules {

    private static final String NO_OUTCOME = "An Outcome must be entered for this Action";
    private static final String NO_ACCESS = "You do not have access to this Action at the moment";

    private final Tenant tenant;
    private final Switches switches;
    private final TicketAccess access;

    ActionRules(Tenant tenant, Switches switches, TicketAccess access) {
        this.tenant = tenant;
        this.switches = switches;
        this.access = access;
    }

    Optional<String> check(Map<String, Object> element, Grant grant) {
        Optional<Ticket> found = ticket(element).filter(one -> !one.deleted() && access.sees(grant, one.row()));
        if (found.isEmpty()) {
            return Optional.of(NO_ACCESS);
        }
        Ticket ticket = found.get();
        int id = TicketRules.id(element);
        if (id > 0) {
            boolean known = id > 1 && id <= ticket.actions().size() + 1;
            return known ? Optional.empty() : Optional.of(TicketRules.NOT_FOUND);
        }
        Optional<Row> outcome = outcome(element);
        boolean named = element.get("outcome") instanceof String name && !name.isBlank();
        boolean numbered = element.get("outcome_id") instanceof Integer number && number > 0;
        if (!named && !numbered) {
            return Optional.of(NO_OUTCOME);
        }
        if (outcome.filter(row -> isBarred(row, ticket.row())).isPresent()) {
            return Optional.of(NO_ACCESS);
        }
        boolean close = TicketSearch.CLOSED.contains(newStatus(element));
        boolean unassigned = ticket.row().number("agent_id") == 1;
        return close && unassigned && switches.on(Switch.CLOSE_NEEDS_AGENT)
                ? Optional.of(TicketRules.ASSIGN_FIRST)
                : Optional.empty();
    }

    Optional<Ticket> ticket(Map<String, Object> element) {
        return element.get("ticket_id") instanceof Integer id ? tenant.tickets().find(id) : Optional.empty();
    }

    /** The outcome by its number or, if there is none, by its name; empty if this tenant does not have it. */
    Optional<Row> outcome(Map<String, Object> element) {
        if (element.get("outcome_id") instanceof Integer id && id > 0) {
            return tenant.list(Kind.OUTCOME).find(id);
        }
        String name = String.valueOf(element.get("outcome"));
        return tenant.list(Kind.OUTCOME).all().stream()
                .filter(row -> row.text("outcome").equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The status that an action leads to: its own, else that of its outcome; 0 for none. */
    int newStatus(Map<String, Object> element) {
        return element.get("new_status") instanceof Integer wanted && wanted > 0
                ? wanted
                : outcome(element)
                        .map(row -> row.number("newstatus"))
                        .filter(status -> status > 0)
                        .orElse(0);
    }

    /** A hidden outcome, and one that belongs to another ticket type. */
    private static boolean isBarred(Row outcome, Row ticket) {
        int type = outcome.number("requesttype");
        return outcome.flag("hidden") || (type > 0 && type != ticket.number("tickettype_id"));
    }
}
