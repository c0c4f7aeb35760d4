package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldCatalog;
import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a ticket looks in a list and alone. A list row has ids, not names, and none of what only the detail shows. */
final class TicketView {

    private static final Map<String, Object> ROW = row();

    private final Tenant tenant;
    private final Switches switches;
    private final TicketNames names;
    private final CustomFields customFields;

    TicketView(Tenant tenant, Switches switches) {
        this.tenant = tenant;
        this.switches = switches;
        this.names = new TicketNames(tenant);
        this.customFields = new CustomFields(tenant);
    }

    /** A row of a list; {@code include…} adds names, {@code ticketidonly} leaves little but ids. */
    Map<String, Object> row(Ticket ticket, Call call) {
        Row row = ticket.row();
        Map<String, Object> json = LinkedHashMap.newLinkedHashMap(128);
        json.put("id", ticket.id());
        if (call.flag("ticketidonly")) {
            List.of("sla_id", "status_id", "client_id").forEach(name -> json.put(name, row.number(name)));
            json.put("client_name", tenant.nameOf(Kind.CLIENT, row.number("client_id")));
            json.put("lastincomingemail", HaloText.NEVER);
            return json;
        }
        ROW.forEach((name, otherwise) -> {
            Object value = row.value(name);
            json.put(name, value == null ? otherwise : HaloText.json(value));
        });
        json.put("details", HaloText.plain(row.text("details_html")));
        common(json, row);
        names.add(json, ticket, call);
        return json;
    }

    /** The whole ticket; {@code includedetails=true} adds what it points to. */
    Map<String, Object> detail(Ticket ticket, Call call) {
        Map<String, Object> json = detail(ticket.row());
        if (call.flag("includedetails")) {
            names.addLinked(json, ticket);
        }
        return json;
    }

    /** The whole ticket as it was when its row was this. */
    Map<String, Object> detail(Row row) {
        Map<String, Object> json = LinkedHashMap.newLinkedHashMap(160);
        json.put("id", row.number("id"));
        row.toMap().forEach((name, value) -> {
            if (!name.startsWith("_")) {
                json.put(name, HaloText.json(value));
            }
        });
        ROW.forEach(json::putIfAbsent);
        json.putIfAbsent("dateclosed", HaloText.NEVER);
        json.putIfAbsent("hasbeenclosed", false);
        json.putIfAbsent("deleted", false);
        json.putIfAbsent("details_html", "");
        json.put("details", HaloText.plain(row.text("details_html")));
        common(json, row);
        json.put("agent_name", tenant.nameOf(Kind.AGENT, row.number("agent_id")));
        json.put("status_name", tenant.nameOf(Kind.STATUS, row.number("status_id")));
        json.put("tickettype_name", tenant.nameOf(Kind.TICKET_TYPE, row.number("tickettype_id")));
        json.put("sla_name", tenant.nameOf(Kind.SLA, row.number("sla_id")));
        json.put("priority_name", tenant.priorityName(row));
        json.put("customfields", customFields.show(row));
        json.put("assets", assets(row));
        return json;
    }

    private void common(Map<String, Object> json, Row row) {
        json.put("client_name", tenant.nameOf(Kind.CLIENT, row.number("client_id")));
        json.put("site_name", tenant.nameOf(Kind.SITE, row.number("site_id")));
        json.put("use", TicketArea.of(tenant, row).use());
        if (!switches.on(Switch.TEAM_ID)) {
            json.remove("team_id");
        }
    }

    private List<Map<String, Object>> assets(Row row) {
        RecordView view = new RecordView(tenant, Kind.ASSET);
        List<?> ids = row.value("assets") instanceof List<?> list ? list : List.of();
        return ids.stream()
                .flatMap(id -> tenant.list(Kind.ASSET).find((Integer) id).stream())
                .map(view::detail)
                .toList();
    }

    private static Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String line : Offer.lines("ticket-rows.txt")) {
            String[] pair = line.split("=", 2);
            FieldType type = FieldCatalog.halo()
                    .find("Faults_List", pair[0])
                    .or(() -> FieldCatalog.halo().find("Faults", pair[0]))
                    .map(FieldCatalog.Field::type)
                    .orElseThrow(() -> new IllegalStateException("ticket-rows.txt: no field " + pair[0]));
            row.put(
                    pair[0],
                    pair[1].equals("!") ? HaloText.NEVER : type.read(pair[1]).orElseThrow());
        }
        return row;
    }
}
