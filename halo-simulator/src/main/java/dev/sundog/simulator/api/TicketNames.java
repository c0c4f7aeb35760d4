package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;

/** What the {@code include…} parameters add to a ticket. */
final class TicketNames {

    private final Tenant tenant;

    TicketNames(Tenant tenant) {
        this.tenant = tenant;
    }

    /** To a row of a list. */
    void add(Map<String, Object> json, Ticket ticket, Call call) {
        Row row = ticket.row();
        if (call.flag("includeagent")) {
            json.put("agent_name", tenant.nameOf(Kind.AGENT, row.number("agent_id")));
        }
        if (call.flag("includestatus")) {
            json.put("status_name", tenant.nameOf(Kind.STATUS, row.number("status_id")));
        }
        if (call.flag("includetickettype")) {
            json.put("tickettype_name", tenant.nameOf(Kind.TICKET_TYPE, row.number("tickettype_id")));
        }
        if (call.flag("includetoplevel")) {
            int top = tenant.list(Kind.CLIENT)
                    .find(row.number("client_id"))
                    .map(client -> client.number("toplevel_id"))
                    .orElse(0);
            json.put("top_level_name", tenant.nameOf(Kind.TOPLEVEL, top));
        }
        if (call.flag("includesupplier")) {
            json.put("supplier_name", tenant.nameOf(Kind.SUPPLIER, row.number("supplier_id")));
        }
        if (call.flag("includetimetaken")) {
            json.put("timetaken", row.find("timetaken").orElse(0.0));
        }
        if (call.flag("includeparentsubject")) {
            json.put("parent_subject", parent(row));
        }
        if (call.flag("includeassetkeyfield")) {
            json.put("asset_key_field_string", keyField(row));
        }
        if (call.flag("includelastnote")) {
            List<Row> notes = ticket.actions();
            json.put(
                    "lastnote",
                    notes.isEmpty() ? "" : HaloText.plain(notes.getLast().text("note_html")));
        }
    }

    /** To a whole ticket with {@code includedetails=true}. */
    void addLinked(Map<String, Object> json, Ticket ticket) {
        Row row = ticket.row();
        json.put(
                "priority",
                Map.of(
                        "priorityid",
                        row.number("priority_id"),
                        "slaid",
                        row.number("sla_id"),
                        "name",
                        tenant.priorityName(row)));
        put(json, "user", Kind.USER, row.number("user_id"));
        put(json, "site", Kind.SITE, row.number("site_id"));
        json.put("attachments", linked(Kind.ATTACHMENT, "ticket_id", ticket.id()));
        json.put("external_links", linked(Kind.EXTERNAL_LINK, "halo_id", ticket.id()));
    }

    private void put(Map<String, Object> json, String field, Kind kind, int id) {
        tenant.list(kind).find(id).ifPresent(row -> json.put(field, new RecordView(tenant, kind).detail(row)));
    }

    private List<Map<String, Object>> linked(Kind kind, String field, int ticket) {
        RecordView view = new RecordView(tenant, kind);
        return tenant.list(kind).all().stream()
                .filter(row -> row.number(field) == ticket)
                .map(view::bare)
                .toList();
    }

    private String parent(Row row) {
        return tenant.tickets()
                .find(row.number("parent_id"))
                .map(found -> found.row().text("summary"))
                .orElse("");
    }

    private String keyField(Row row) {
        return row.value("assets") instanceof List<?> ids && !ids.isEmpty()
                ? tenant.list(Kind.ASSET)
                        .find((Integer) ids.getFirst())
                        .map(asset -> asset.text("key_field"))
                        .orElse("")
                : "";
    }
}
