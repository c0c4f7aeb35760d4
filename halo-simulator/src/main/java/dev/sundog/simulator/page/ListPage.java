package dev.sundog.simulator.page;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** The list of tickets, the newest first. */
final class ListPage {

    private static final int SUGGESTED_CUSTOMERS = 200;

    private final Tenant tenant;
    private final Look look;

    ListPage(Tenant tenant) {
        this.tenant = tenant;
        this.look = new Look(tenant);
    }

    String html(ListFilter filter) {
        List<Ticket> shown = new ArrayList<>();
        long first = (filter.page() - 1L) * ListFilter.ROWS;
        long count = 0;
        for (Iterator<Ticket> each = tenant.tickets().newestFirst().iterator(); each.hasNext(); ) {
            Ticket ticket = each.next();
            if (filter.shows(ticket, tenant)) {
                if (count >= first && shown.size() < ListFilter.ROWS) {
                    shown.add(ticket);
                }
                count++;
            }
        }
        return "<h1>Tickets</h1>" + form(filter) + (shown.isEmpty() ? none(count) : table(shown, filter, count));
    }

    private String none(long count) {
        if (tenant.tickets().size() == 0) {
            return "<p class=none>No tickets yet. They appear here as they are created.</p>";
        }
        return count == 0
                ? "<p class=none>No ticket is like that. <a href=\"./\">Show all</a></p>"
                : "<p class=none>There is no such page. <a href=\"./\">Show the first</a></p>";
    }

    private String table(List<Ticket> shown, ListFilter filter, long count) {
        return "<div class=wide><table class=stack><thead><tr><th>Ticket<th>Summary<th>Customer<th>Type<th>Status<th>Priority<th>Agent<th>Opened</tr></thead><tbody>"
                + shown.stream().map(this::line).collect(Collectors.joining())
                + "</tbody></table></div>"
                + pages(filter, count);
    }

    private String line(Ticket ticket) {
        Row row = ticket.row();
        return "<tr><td class=num>%1$s<td class=what><a href=\"ticket?id=%2$s\">%3$s</a><td>%4$s<td>%5$s<td>%6$s<td>%7$s<td>%8$s<td class=when>%9$s</tr>"
                .formatted(
                        Look.link(ticket.id()),
                        ticket.id(),
                        Markup.text(row.text("summary")),
                        look.name(Kind.CLIENT, row, "client_id"),
                        look.name(Kind.TICKET_TYPE, row, "tickettype_id"),
                        look.status(row.number("status_id")),
                        look.priority(row),
                        look.name(Kind.AGENT, row, "agent_id"),
                        Look.time(ticket.created()));
    }

    private static String pages(ListFilter filter, long count) {
        long last = (count + ListFilter.ROWS - 1) / ListFilter.ROWS;
        String before = filter.page() > 1
                ? "<a rel=prev href=\"./%s\">Newer</a>".formatted(filter.query(filter.page() - 1))
                : "";
        String after = filter.page() < last
                ? "<a rel=next href=\"./%s\">Older</a>".formatted(filter.query(filter.page() + 1))
                : "";
        return "<nav class=pages aria-label=Pages><span>%s</span><span class=soft>%s tickets, page %s of %s</span><span>%s</span></nav>"
                .formatted(before, count, filter.page(), last, after);
    }

    private String form(ListFilter filter) {
        StringBuilder states = new StringBuilder(option("", "All", filter))
                .append(option("open", "Open", filter))
                .append(option("closed", "Closed", filter));
        tenant.list(Kind.STATUS)
                .all()
                .forEach(row -> states.append(option(String.valueOf(row.number("id")), row.text("name"), filter)));
        states.append(option("deleted", "Deleted", filter));
        String customers = tenant.list(Kind.CLIENT).all().stream()
                .limit(SUGGESTED_CUSTOMERS)
                .map(row -> "<option value=\"" + Markup.text(row.text("name")) + "\">")
                .collect(Collectors.joining());
        return """
                <form method=get action="./"><label class=grow>Text or number<input type=search name=q value="%s"></label>\
                <label>Customer<input name=customer list=customers value="%s"></label><datalist id=customers>%s</datalist>\
                <label>Status<select name=status>%s</select></label><button>Show</button></form>\
                """.formatted(Markup.text(filter.text()), Markup.text(filter.customer()), customers, states);
    }

    private static String option(String value, String label, ListFilter filter) {
        return "<option value=\"%s\"%s>%s</option>"
                .formatted(value, filter.status().equals(value) ? " selected" : "", Markup.text(label));
    }
}
