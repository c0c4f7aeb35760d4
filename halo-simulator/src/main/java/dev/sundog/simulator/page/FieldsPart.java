package dev.sundog.simulator.page;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a ticket beside its text: whose it is, its fields, custom fields and assets. */
final class FieldsPart {

    private static final Map<String, String> OTHERS = others();

    private final Tenant tenant;
    private final Look look;

    FieldsPart(Tenant tenant) {
        this.tenant = tenant;
        this.look = new Look(tenant);
    }

    String html(Ticket ticket) {
        Row row = ticket.row();
        return card("Customer", customer(row))
                + card("Ticket", ticket(ticket))
                + card("Custom fields", customFields(row))
                + card("Assets", assets(row))
                + card(
                        "Look behind",
                        "<ul class=plain><li><a href=\"journal?ticket=%1$s\">Requests that touched it</a><li><a href=\"_sim/journal?ticket=%1$s\">The same as JSON</a></ul>"
                                .formatted(ticket.id()));
    }

    private String customer(Row row) {
        return field("Name", look.name(Kind.CLIENT, row, "client_id"))
                + field("Site", look.name(Kind.SITE, row, "site_id"))
                + field("User", look.name(Kind.USER, row, "user_id"));
    }

    private String ticket(Ticket ticket) {
        Row row = ticket.row();
        StringBuilder html = new StringBuilder(field("Number", String.valueOf(ticket.id())))
                .append(field("Type", look.name(Kind.TICKET_TYPE, row, "tickettype_id")))
                .append(field("Team", Markup.text(row.text("team"))))
                .append(field("Agent", look.name(Kind.AGENT, row, "agent_id")))
                .append(field("SLA", look.name(Kind.SLA, row, "sla_id")));
        OTHERS.forEach((name, label) -> html.append(field(label, Markup.text(row.text(name)))));
        html.append(field("Part of", related(row.number("parent_id"))))
                .append(field("Merged into", related(row.number("merged_into_id"))))
                .append(field("Opened", Look.time(ticket.created())));
        for (String name : List.of("last_update", "dateclosed")) {
            html.append(field(
                    name.equals("dateclosed") ? "Closed" : "Changed",
                    row.value(name) instanceof Instant at ? Look.time(at) : ""));
        }
        return html.toString();
    }

    private static Map<String, String> others() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("category_1", "Category");
        labels.put("category_2", "Category 2");
        labels.put("reportedby", "Reported by");
        labels.put("third_party_id_string", "Third-party id");
        labels.put("supplier_reference", "Supplier reference");
        labels.put("client_reference", "Customer reference");
        return labels;
    }

    private static String related(int ticketId) {
        return ticketId > 0 ? Look.link(ticketId) : "";
    }

    private String customFields(Row row) {
        Map<?, ?> values = row.value("customfields") instanceof Map<?, ?> map ? map : Map.of();
        StringBuilder html = new StringBuilder();
        for (Row definition : tenant.list(Kind.CUSTOM_FIELD).all()) {
            Object value = values.get(definition.number("id"));
            html.append(field(definition.text("label"), value == null ? "" : Markup.text(value.toString())));
        }
        return html.toString();
    }

    private String assets(Row row) {
        StringBuilder html = new StringBuilder();
        for (Object id : row.value("assets") instanceof List<?> ids ? ids : List.of()) {
            Row asset = id instanceof Integer number
                    ? tenant.list(Kind.ASSET).find(number).orElse(Row.of())
                    : Row.of();
            html.append(field(
                    asset.text("assettype_name"),
                    Markup.text(asset.text("inventory_number") + " " + asset.text("key_field"))));
        }
        return html.toString();
    }

    /** Nothing if there is nothing in it. */
    private static String card(String title, String content) {
        if (content.isEmpty()) {
            return "";
        }
        boolean list = content.startsWith("<dt>");
        return "<section class=card><h2>" + title + "</h2>" + (list ? "<dl>" + content + "</dl>" : content)
                + "</section>";
    }

    /** @param value as HTML; an empty one is left out */
    private static String field(String label, String value) {
        return value.isBlank() ? "" : "<dt>" + Markup.text(label) + "<dd>" + value;
    }
}
