package dev.sundog.simulator.page;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How names, states and times of one tenant are shown. */
record Look(Tenant tenant) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static String time(Instant at) {
        return "<time datetime=\"" + at + "\">" + TIME.format(at) + "</time>";
    }

    static String link(int ticketId) {
        return "<a href=\"ticket?id=%1$s\">%1$s</a>".formatted(ticketId);
    }

    /** Name of what a field of the row points to, as HTML. */
    String name(Kind kind, Row row, String field) {
        return Markup.text(tenant.nameOf(kind, row.number(field)));
    }

    String status(int id) {
        Row status = tenant.list(Kind.STATUS).find(id).orElse(Row.of());
        return Markup.chip(status.has("name") ? status.text("name") : "Status " + id, status.text("colour"));
    }

    String priority(Row ticket) {
        return tenant.list(Kind.PRIORITY).all().stream()
                .filter(one -> one.number("slaid") == ticket.number("sla_id")
                        && one.number("priorityid") == ticket.number("priority_id"))
                .findFirst()
                .map(one -> Markup.chip(one.text("name"), one.text("colour")))
                .orElse("");
    }
}
