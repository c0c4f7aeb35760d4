package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.exchange.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a ticket looks in a list and alone. A list row has ids, not names, and none of what only the detail shows. */
final class TicketView {

    private static final List<String> ROW = List.of(
            "id",
            "dateoccurred",
            "summary",
            "status_id",
            "tickettype_id",
            "sla_id",
            "priority_id",
            "client_id",
            "site_id",
            "user_id",
            "user_name",
            "team",
            "team_id",
            "agent_id",
            "category_1",
            "category_2",
            "category_3",
            "category_4",
            "flagged",
            "reportedby",
            "user_email",
            "emailtolist",
            "impact",
            "urgency",
            "source",
            "supplier_reference",
            "parent_id",
            "merged_into_id",
            "inactive",
            "lastactiondate",
            "last_update",
            "guid");
    private static final List<String> DATES =
            List.of("respondbydate", "responsedate", "fixbydate", "targetdate", "deadlinedate", "datecreated");
    private static final Map<String, Object> EMPTY = Map.ofEntries(
            Map.entry("user_id", 0),
            Map.entry("user_name", ""),
            Map.entry("category_1", ""),
            Map.entry("category_2", ""),
            Map.entry("category_3", ""),
            Map.entry("category_4", ""),
            Map.entry("flagged", false),
            Map.entry("reportedby", ""),
            Map.entry("impact", 0),
            Map.entry("urgency", 0),
            Map.entry("parent_id", 0),
            Map.entry("merged_into_id", 0),
            Map.entry("inactive", false));

    private final Tenant tenant;

    TicketView(Tenant tenant) {
        this.tenant = tenant;
    }

    /** A row of a list; {@code includeagent}, {@code includestatus} and {@code includetickettype} add names. */
    Map<String, Object> row(Ticket ticket, Call call) {
        Row row = ticket.row();
        Map<String, Object> json = new LinkedHashMap<>();
        for (String name : ROW) {
            Object value = row.has(name) ? row.value(name) : EMPTY.get(name);
            if (value != null) {
                json.put(name, HaloText.json(value));
            }
        }
        json.put("details", HaloText.plain(row.text("details_html")));
        json.put("client_name", tenant.nameOf(Kind.CLIENT, row.number("client_id")));
        json.put("site_name", tenant.nameOf(Kind.SITE, row.number("site_id")));
        DATES.forEach(name -> json.put(name, HaloText.json(row.find(name).orElse(HaloText.NEVER))));
        if (call.flag("includeagent")) {
            json.put("agent_name", tenant.nameOf(Kind.AGENT, row.number("agent_id")));
        }
        if (call.flag("includestatus")) {
            json.put("status_name", tenant.nameOf(Kind.STATUS, row.number("status_id")));
        }
        if (call.flag("includetickettype")) {
            json.put("tickettype_name", tenant.nameOf(Kind.TICKET_TYPE, row.number("tickettype_id")));
        }
        return json;
    }

    /** The whole ticket. */
    Map<String, Object> detail(Ticket ticket) {
        return detail(ticket.row());
    }

    /** The whole ticket as it was when its row was this. */
    Map<String, Object> detail(Row row) {
        Map<String, Object> json = LinkedHashMap.newLinkedHashMap(96);
        json.put("id", row.number("id"));
        row.toMap().forEach((name, value) -> json.put(name, HaloText.json(value)));
        EMPTY.forEach(json::putIfAbsent);
        DATES.forEach(name -> json.putIfAbsent(name, HaloText.NEVER));
        json.putIfAbsent("dateclosed", HaloText.NEVER);
        json.putIfAbsent("hasbeenclosed", false);
        json.putIfAbsent("deleted", false);
        json.putIfAbsent("details_html", "");
        json.put("details", HaloText.plain(row.text("details_html")));
        json.put("client_name", tenant.nameOf(Kind.CLIENT, row.number("client_id")));
        json.put("site_name", tenant.nameOf(Kind.SITE, row.number("site_id")));
        json.put("agent_name", tenant.nameOf(Kind.AGENT, row.number("agent_id")));
        json.put("status_name", tenant.nameOf(Kind.STATUS, row.number("status_id")));
        json.put("tickettype_name", tenant.nameOf(Kind.TICKET_TYPE, row.number("tickettype_id")));
        String priority = tenant.priorityName(row);
        json.put("priority_name", priority);
        json.put(
                "priority",
                Map.of("priorityid", row.number("priority_id"), "slaid", row.number("sla_id"), "name", priority));
        json.put("customfields", customFields(row));
        json.put("attachments", List.of());
        json.put("external_links", List.of());
        return json;
    }

    private List<Map<String, Object>> customFields(Row row) {
        Map<?, ?> values = row.value("customfields") instanceof Map<?, ?> map ? map : Map.of();
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Row definition : tenant.list(Kind.CUSTOM_FIELD).all()) {
            Map<String, Object> field = definition.toMap();
            Object value = values.get(definition.number("id"));
            if (value != null) {
                field.put("value", value);
                field.put("display", value.toString());
            }
            fields.add(field);
        }
        return fields;
    }
}
