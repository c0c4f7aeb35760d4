package dev.sundog.simulator.page;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.tab.Tabs;
import java.util.Optional;

/** One ticket: its text and timeline, its fields, and its custom tabs as an agent would open them. */
final class TicketPage {

    private final Tenant tenant;
    private final Tabs tabs;
    private final Look look;
    private final FieldsPart fields;

    TicketPage(Tenant tenant, Tabs tabs) {
        this.tenant = tenant;
        this.tabs = tabs;
        this.look = new Look(tenant);
        this.fields = new FieldsPart(tenant);
    }

    String html(Ticket ticket, Call call) {
        Optional<Row> tab = tab(call);
        return "<p><a href=\"./\">All tickets</a></p>" + head(ticket) + tabs(ticket, tab)
                + tab.map(one -> framed(one, ticket, call)).orElseGet(() -> details(ticket));
    }

    /** The custom tab that is wanted. */
    Optional<Row> tab(Call call) {
        return call.parameter("tab").flatMap(tabs::find);
    }

    private String head(Ticket ticket) {
        Row row = ticket.row();
        return "<h1>%s</h1><p class=chips>%s%s%s%s</p>"
                .formatted(
                        Markup.text(row.text("summary")),
                        look.status(row.number("status_id")),
                        look.priority(row),
                        Markup.chip(tenant.nameOf(Kind.TICKET_TYPE, row.number("tickettype_id")), ""),
                        ticket.deleted() ? Markup.chip("Deleted", "#c0392b") : "");
    }

    private String tabs(Ticket ticket, Optional<Row> open) {
        if (tabs.all().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<nav class=tabs aria-label=Tabs>");
        html.append("<a href=\"ticket?id=%s\"%s>Details</a>".formatted(ticket.id(), current(open.isEmpty())));
        for (Row tab : tabs.all()) {
            boolean isOpen =
                    open.filter(one -> one.number("id") == tab.number("id")).isPresent();
            html.append("<a href=\"ticket?id=%s&amp;tab=%s\"%s>%s</a>"
                    .formatted(ticket.id(), tab.number("id"), current(isOpen), Markup.text(tab.text("name"))));
        }
        return html.append("</nav>").toString();
    }

    private String details(Ticket ticket) {
        return "<div class=two><div>%s%s</div><div>%s</div></div>"
                .formatted(
                        Markup.frame(ticket.row().text("details_html")),
                        new TimelinePart(look).html(ticket),
                        fields.html(ticket));
    }

    private String framed(Row tab, Ticket ticket, Call call) {
        int agent = agent(call);
        StringBuilder agents = new StringBuilder();
        for (Row one : tenant.list(Kind.AGENT).all()) {
            agents.append("<option value=%s%s>%s</option>"
                    .formatted(
                            one.number("id"),
                            one.number("id") == agent ? " selected" : "",
                            Markup.text(one.text("name"))));
        }
        String address = tabs.address(tab, ticket.row(), agent);
        return """
                <form method=get action=ticket><input type=hidden name=id value=%s><input type=hidden name=tab value=%s>\
                <label>Seen by<select name=agent>%s</select></label><button>Open</button></form>\
                <p class=soft>Address: <code>%s</code></p>%s\
                """.formatted(ticket.id(), tab.number("id"), agents, Markup.text(address), frame(tab, address));
    }

    private static String frame(Row tab, String address) {
        if (!address.matches("(?i)https?://.*")) {
            return "<p class=none>The tab's address does not begin with http:// or https://.</p>";
        }
        return "<iframe class=tab sandbox=\"allow-scripts allow-same-origin allow-forms allow-popups\" title=\"%s\" src=\"%s\"></iframe>"
                .formatted(Markup.text(tab.text("name")), Markup.text(address));
    }

    /** The agent who looks: the one that is named, else the first that can sign in. */
    private int agent(Call call) {
        String wanted = call.query().getOrDefault("agent", "");
        return tenant.list(Kind.AGENT).all().stream()
                .filter(one -> wanted.isEmpty()
                        ? one.flag("is_agent") && !one.flag("isapiagent")
                        : String.valueOf(one.number("id")).equals(wanted))
                .mapToInt(one -> one.number("id"))
                .findFirst()
                .orElse(1);
    }

    private static String current(boolean is) {
        return is ? " aria-current=page" : "";
    }
}
