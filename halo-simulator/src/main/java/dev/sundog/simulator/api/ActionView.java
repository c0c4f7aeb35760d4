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

/** How an action looks. Action 1 of a ticket is its text. */
final class ActionView {

    private final Tenant tenant;

    ActionView(Tenant tenant) {
        this.tenant = tenant;
    }

    List<Row> newestFirst(Ticket ticket) {
        List<Row> actions = new ArrayList<>(ticket.actions().reversed());
        actions.removeIf(action -> action.flag("_deleted"));
        Row row = ticket.row();
        actions.add(Row.of(
                "id",
                1,
                "ticket_id",
                ticket.id(),
                "outcome",
                "Ticket Logged",
                "outcome_id",
                0,
                "datetime",
                ticket.created(),
                "who",
                row.text("reportedby"),
                "note_html",
                row.text("details_html"),
                "old_status",
                1,
                "new_status",
                1));
        return actions;
    }

    /** A row of a list: the HTML and the files only on demand. */
    Map<String, Object> row(Row action, Call call) {
        Map<String, Object> json = json(action, call.flag("includehtmlnote"));
        if (!call.flag("includehtmlemail")) {
            json.remove("emailbody_html");
        }
        if (call.flag("includeattachments")) {
            RecordView view = new RecordView(tenant, Kind.ATTACHMENT);
            json.put(
                    "attachments",
                    tenant.list(Kind.ATTACHMENT).all().stream()
                            .filter(file -> file.number("ticket_id") == action.number("ticket_id")
                                    && file.number("action_id") == action.number("id"))
                            .map(view::bare)
                            .toList());
        }
        return json;
    }

    Map<String, Object> json(Row action, boolean withHtml) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ticket_id", action.number("ticket_id"));
        json.put("id", action.number("id"));
        action.toMap().forEach((name, value) -> {
            if (!name.startsWith("_")) {
                json.put(name, HaloText.json(value));
            }
        });
        json.putIfAbsent("outcome_id", 0);
        json.putIfAbsent("hiddenfromuser", false);
        json.putIfAbsent("timetaken", 0.0);
        json.put("note", HaloText.plain(action.text("note_html")));
        json.put("new_status_name", tenant.nameOf(Kind.STATUS, action.number("new_status")));
        if (!withHtml) {
            json.remove("note_html");
        }
        return json;
    }
}
