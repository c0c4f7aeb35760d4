package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds an action to its ticket, with what follows for the ticket, or changes one. */
final class ActionWriter {

    private static final int IN_PROGRESS = 2;

    /** Fields of an action that change the ticket, and how the ticket calls them. */
    private static final Map<String, String> CHANGES = Map.of(
            "new_agent", "agent_id",
            "new_team", "team",
            "new_priority", "priority_id",
            "new_tickettype", "tickettype_id",
            "new_sla_id", "sla_id",
            "new_category1", "category_1",
            "new_category2", "category_2");

    private final Tenant tenant;
    private final Switches switches;
    private final TicketWriter tickets;
    private final ActionRules rules;
    private final TicketTies ties;
    private final InstantSource time;

    ActionWriter(Tenant tenant, Switches switches, TicketParts parts, ActionRules rules) {
        this.tenant = tenant;
        this.switches = switches;
        this.tickets = parts.writer();
        this.rules = rules;
        this.ties = new TicketTies(tenant, parts.time());
        this.time = parts.time();
    }

    Row write(Ticket ticket, Map<String, Object> element, Grant grant) {
        return TicketRules.id(element) > 0 ? change(ticket, element) : add(ticket, element, grant);
    }

    private Row add(Ticket ticket, Map<String, Object> element, Grant grant) {
        Instant now = time.instant();
        int before = ticket.row().number("status_id");
        int after = status(element, before);
        Map<String, Object> values = kept(element);
        Row outcome = rules.outcome(element).orElse(Row.of());
        values.putIfAbsent("outcome", outcome.text("outcome"));
        if (outcome.has("id")) {
            values.put("outcome_id", outcome.number("id"));
        }
        values.putIfAbsent("hiddenfromuser", outcome.flag("hidefromuser"));
        values.put("guid", UUID.randomUUID().toString());
        values.put("ticket_id", ticket.id());
        values.putIfAbsent("who_agentid", grant.agentId());
        values.putIfAbsent("who", tenant.nameOf(Kind.AGENT, (Integer) values.get("who_agentid")));
        values.put("who_type", 1);
        values.putIfAbsent("datetime", now);
        values.put("actiondatecreated", now);
        values.put("old_status", before);
        values.put("new_status", after);
        Ticket.Change change = ticket.change(row -> changed(row, element, after, now, grant));
        Row action = ticket.add(Row.of(values));
        tenant.watcher().changed(change.before(), change.after(), grant.agentId());
        ties.attach(element, Map.of("ticket_id", ticket.id(), "action_id", action.number("id")), grant);
        return action;
    }

    private int status(Map<String, Object> element, int before) {
        boolean reopens = switches.on(Switch.ACTION_REOPENS) && TicketSearch.CLOSED.contains(before);
        int wanted = rules.newStatus(element);
        return wanted > 0 ? wanted : reopens ? IN_PROGRESS : before;
    }

    private Row changed(Row row, Map<String, Object> element, int status, Instant now, Grant grant) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        CHANGES.forEach((field, of) -> {
            Object value = element.get(field);
            if (value != null && !value.equals(0) && !value.equals("")) {
                wanted.put(of, value);
            }
        });
        Map<String, Object> changes = wanted.isEmpty() ? new LinkedHashMap<>() : tickets.changes(wanted, row, grant);
        changes.put("lastactiondate", now);
        changes.put("last_update", now);
        if (element.get("timetaken") instanceof Double hours) {
            double sofar = row.value("timetaken") instanceof Double known ? known : 0;
            changes.put("timetaken", sofar + hours);
        }
        boolean closes = TicketSearch.CLOSED.contains(status) && !TicketSearch.CLOSED.contains(row.number("status_id"));
        if (closes) {
            Map<String, Object> note = kept(element);
            changes.put(
                    "closure_note",
                    HaloText.plain(note.getOrDefault("note_html", "").toString()));
        }
        Row touched = row.with(changes);
        return status == row.number("status_id") ? touched : tickets.toStatus(touched, status, now);
    }

    private Row change(Ticket ticket, Map<String, Object> element) {
        Map<String, Object> values = kept(element);
        values.remove("new_status");
        ticket.change(row -> row.with("last_update", time.instant()));
        return ticket.changeAction(TicketRules.id(element), row -> row.with(values))
                .orElseThrow();
    }

    private static Map<String, Object> kept(Map<String, Object> element) {
        Map<String, Object> values = new LinkedHashMap<>(element);
        values.keySet().removeIf(name -> name.startsWith("_"));
        values.keySet().removeAll(List.of("id", "attachments", "dont_do_rules", "utcoffset", "validate_response"));
        HaloText.keepHtml(values, "note", "note_html");
        return values;
    }
}
