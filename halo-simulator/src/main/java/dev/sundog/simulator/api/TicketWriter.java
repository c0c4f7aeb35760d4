package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Creates and changes tickets by Halo's rules. */
final class TicketWriter {

    private static final int UNASSIGNED = 1;
    private static final int CLOSED = 9;

    private final Tenant tenant;
    private final InstantSource time;
    private final TicketRules rules;
    private final TicketValues given;
    private final TicketTies ties;

    TicketWriter(Tenant tenant, Switches switches, InstantSource time, TicketAccess access) {
        this.tenant = tenant;
        this.time = time;
        this.rules = new TicketRules(tenant, switches, access);
        this.given = new TicketValues(tenant, switches, access);
        this.ties = new TicketTies(tenant, time);
    }

    /** Why Halo would refuse this element. */
    Optional<Answer> check(Map<String, Object> element, Grant grant) {
        return rules.check(element, grant);
    }

    /** Creates or changes the ticket of an element that was checked. */
    Ticket write(Map<String, Object> element, Grant grant) {
        Instant now = time.instant();
        if (TicketRules.id(element) > 0) {
            return update(element, now, grant);
        }
        Ticket ticket = tenant.tickets().create(row(element, now, grant), now);
        ties.tie(ticket, element, grant);
        tenant.watcher().changed(Row.of(), ticket.row(), grant.agentId());
        return ticket;
    }

    /** Brings a ticket to a status, with what follows from it. */
    Row toStatus(Row row, int status, Instant now) {
        boolean close = TicketSearch.CLOSED.contains(status);
        boolean closed = TicketSearch.CLOSED.contains(row.number("status_id"));
        Map<String, Object> changes = new HashMap<>(Map.of("status_id", status));
        if (close && !(closed && row.flag("hasbeenclosed"))) {
            changes.put("hasbeenclosed", true);
            changes.put("dateclosed", now);
        } else if (!close && row.flag("hasbeenclosed")) {
            changes.put("hasbeenclosed", false);
            changes.put("dateclosed", HaloText.NEVER);
        }
        return row.with(changes);
    }

    /** What an action changes of its ticket. */
    Map<String, Object> changes(Map<String, Object> wanted, Row before, Grant grant) {
        return given.ofAction(wanted, before, grant);
    }

    /** The new ticket of an element that was checked, not yet kept. */
    Row row(Map<String, Object> element, Instant now, Grant grant) {
        Map<String, Object> wanted = given.of(element, Row.of(), grant);
        Row type = type(number(wanted, "tickettype_id"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", 0);
        values.put("guid", UUID.randomUUID().toString());
        values.put("dateoccurred", now);
        values.put("status_id", type.has("initial_status") ? type.number("initial_status") : 1);
        values.put("sla_id", type.has("default_sla") ? type.number("default_sla") : 1);
        values.put("agent_id", UNASSIGNED);
        values.put("team", tenant.nameOf(Kind.TEAM, 1));
        values.put("team_id", 1);
        values.put("source", 0);
        values.put("client_id", 1);
        values.putAll(wanted);
        values.put("tickettype_id", type.number("id"));
        values.putIfAbsent("priority_id", priority(type, number(values, "sla_id")));
        place(values, wanted);
        values.put("last_update", now);
        values.put("lastactiondate", now);
        int status = number(values, "status_id");
        return toStatus(Row.of(values).with("status_id", 0), status, now);
    }

    private Row type(int wanted) {
        return tenant.list(Kind.TICKET_TYPE)
                .find(wanted)
                .or(() -> tenant.list(Kind.TICKET_TYPE).find(1))
                .orElse(Row.of("id", 1));
    }

    /** The default of the type if its SLA has that priority, else the first that the SLA has. */
    private int priority(Row type, int sla) {
        int wanted = type.has("default_priority") ? type.number("default_priority") : 3;
        var ofSla = tenant.list(Kind.PRIORITY).all().stream()
                .filter(row -> row.number("slaid") == sla)
                .map(row -> row.number("priorityid"))
                .toList();
        return ofSla.isEmpty() || ofSla.contains(wanted) ? wanted : ofSla.getFirst();
    }

    private void place(Map<String, Object> values, Map<String, Object> wanted) {
        Row site = tenant.list(Kind.SITE).find(number(values, "site_id")).orElse(Row.of());
        if (site.has("id") && !wanted.containsKey("client_id")) {
            values.put("client_id", site.number("client_id"));
        }
        values.putIfAbsent("site_id", mainSite(number(values, "client_id")));
    }

    private Ticket update(Map<String, Object> element, Instant now, Grant grant) {
        Ticket ticket = tenant.tickets().find(TicketRules.id(element)).orElseThrow();
        Ticket.Change change = ticket.change(row -> {
            Map<String, Object> changes = given.of(element, row, grant);
            boolean moves = changes.containsKey("client_id") && number(changes, "client_id") != row.number("client_id");
            if (moves && !changes.containsKey("site_id")) {
                changes.put("site_id", mainSite(number(changes, "client_id")));
            }
            boolean merges = number(changes, "merged_into_id") > 0
                    && number(changes, "merged_into_id") != row.number("merged_into_id");
            Object status = merges ? (Object) CLOSED : changes.get("status_id");
            changes.remove("status_id");
            changes.put("last_update", now);
            if (Boolean.TRUE.equals(element.get("_recover"))) {
                changes.put("deleted", false);
            }
            Row changed = row.with(changes);
            return status instanceof Integer wanted ? toStatus(changed, wanted, now) : changed;
        });
        ties.tie(ticket, element, grant);
        tenant.watcher().changed(change.before(), change.after(), grant.agentId());
        return ticket;
    }

    private int mainSite(int client) {
        return tenant.list(Kind.CLIENT)
                .find(client)
                .map(row -> row.number("main_site_id"))
                .orElse(1);
    }

    private static int number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Integer number ? number : 0;
    }
}
