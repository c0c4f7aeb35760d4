package dev.sundog.simulator.page;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a technician would see: {@code /} is the list of tickets, {@code /ticket?id=N} is one of them. */
public final class TicketPages {

    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Tenant tenant;

    public TicketPages(Tenant tenant) {
        this.tenant = tenant;
    }

    public Answer answer(Call call) {
        if (!call.method().equals("GET")) {
            return Answer.empty(405);
        }
        if (call.segments().getFirst().isEmpty()) {
            return page(200, Markup.page("Tickets", list(), true));
        }
        String id = call.query().getOrDefault("id", "");
        Optional<Ticket> ticket =
                id.matches("\\d{1,9}") ? tenant.tickets().find(Integer.parseInt(id)) : Optional.empty();
        return ticket.map(found -> page(200, Markup.page("Ticket " + found.id(), detail(found), false)))
                .orElseGet(() ->
                        page(404, Markup.page("No such ticket", "<p class=none>There is no such ticket.</p>", false)));
    }

    private static Answer page(int status, String html) {
        return Answer.html(status, html)
                .with(
                        "content-security-policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; frame-src 'self'; base-uri 'none'; form-action 'none'")
                .with("x-content-type-options", "nosniff");
    }

    private String list() {
        List<Ticket> tickets = tenant.tickets()
                .newestFirst()
                .filter(one -> !one.deleted())
                .limit(SHOWN)
                .toList();
        String head = "<p class=sum>%s tickets at <b>%s</b></p>"
                .formatted(tenant.tickets().size(), Markup.text(tenant.name()));
        if (tickets.isEmpty()) {
            return head + "<p class=none>No tickets yet. They appear here as they are created.</p>";
        }
        return head
                + "<div class=wide><table><thead><tr><th>Ticket<th>Summary<th>Customer<th>Type<th>Status<th>Priority<th>Opened</tr></thead><tbody>"
                + tickets.stream().map(this::line).collect(Collectors.joining())
                + "</tbody></table></div>";
    }

    private String line(Ticket ticket) {
        Row row = ticket.row();
        return "<tr><td class=num><a href=\"/ticket?id=%1$s\">%1$s</a><td class=what><a href=\"/ticket?id=%1$s\">%2$s</a><td>%3$s<td>%4$s<td>%5$s<td>%6$s<td class=when>%7$s</tr>"
                .formatted(
                        ticket.id(),
                        Markup.text(row.text("summary")),
                        name(Kind.CLIENT, row, "client_id"),
                        name(Kind.TICKET_TYPE, row, "tickettype_id"),
                        status(row.number("status_id")),
                        priority(row),
                        TIME.format(ticket.created()));
    }

    private String detail(Ticket ticket) {
        Row row = ticket.row();
        return "<p class=back><a href=\"/\">All tickets</a></p><h2>%s</h2><p class=chips>%s %s%s</p><div class=two><main>%s%s</main><aside>%s</aside></div>"
                .formatted(
                        Markup.text(row.text("summary")),
                        status(row.number("status_id")),
                        priority(row),
                        ticket.deleted() ? " <span class=chip>Deleted</span>" : "",
                        Markup.frame(row.text("details_html")),
                        timeline(ticket),
                        fields(ticket));
    }

    private String timeline(Ticket ticket) {
        StringBuilder html = new StringBuilder("<h3>Timeline</h3><ol class=time>");
        for (Row action : ticket.actions().reversed()) {
            boolean moved = action.number("old_status") != action.number("new_status");
            html.append("<li><p class=who><b>%s</b> %s <time>%s</time></p>%s%s</li>"
                    .formatted(
                            Markup.text(action.text("who")),
                            Markup.text(action.text("outcome")),
                            action.value("datetime") instanceof Instant at ? TIME.format(at) : "",
                            moved
                                    ? "<p>%s &rarr; %s</p>"
                                            .formatted(
                                                    status(action.number("old_status")),
                                                    status(action.number("new_status")))
                                    : "",
                            Markup.note(action.text("note_html"))));
        }
        return html.append("<li><p class=who><b>Ticket logged</b> <time>%s</time></p></li></ol>"
                        .formatted(TIME.format(ticket.created())))
                .toString();
    }

    private String fields(Ticket ticket) {
        Row row = ticket.row();
        StringBuilder html = new StringBuilder("<h3>Fields</h3><dl>");
        field(html, "Ticket", String.valueOf(ticket.id()));
        field(html, "Customer", tenant.nameOf(Kind.CLIENT, row.number("client_id")));
        field(html, "Site", tenant.nameOf(Kind.SITE, row.number("site_id")));
        field(html, "Type", tenant.nameOf(Kind.TICKET_TYPE, row.number("tickettype_id")));
        field(html, "Team", row.text("team"));
        field(html, "Agent", tenant.nameOf(Kind.AGENT, row.number("agent_id")));
        for (String name : List.of("category_1", "category_2", "reportedby", "third_party_id_string")) {
            field(html, name, row.text(name));
        }
        if (row.value("dateclosed") instanceof Instant closed) {
            field(html, "Closed", TIME.format(closed));
        }
        for (Row definition : tenant.list(Kind.CUSTOM_FIELD).all()) {
            Object value = row.value("customfields") instanceof Map<?, ?> map ? map.get(definition.number("id")) : null;
            field(html, definition.text("label"), value == null ? "" : value.toString());
        }
        return html.append("</dl>").toString();
    }

    private static void field(StringBuilder html, String label, String value) {
        if (!value.isEmpty()) {
            html.append("<dt>").append(Markup.text(label)).append("<dd>").append(Markup.text(value));
        }
    }

    private String name(Kind kind, Row row, String field) {
        return Markup.text(tenant.nameOf(kind, row.number(field)));
    }

    private String status(int id) {
        return "<span class=\"chip s%s\">%s</span>".formatted(id, Markup.text(tenant.nameOf(Kind.STATUS, id)));
    }

    private String priority(Row row) {
        int number = row.number("priority_id");
        return "<span class=\"chip p%s\">%s</span>".formatted(number, Markup.text(tenant.priorityName(row)));
    }
}
