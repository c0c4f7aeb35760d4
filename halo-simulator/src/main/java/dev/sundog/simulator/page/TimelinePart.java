package dev.sundog.simulator.page;

import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Ticket;
import java.time.Instant;

/** What was said and done on a ticket, the newest first. */
record TimelinePart(Look look) {

    String html(Ticket ticket) {
        StringBuilder html = new StringBuilder("<h2>Timeline</h2><ol class=time>");
        ticket.actions().reversed().forEach(action -> html.append(entry(action)));
        String reporter = ticket.row().text("reportedby");
        return html.append("<li><p class=who><b>Ticket logged</b> %s %s</p></li></ol>"
                        .formatted(
                                reporter.isBlank() ? "" : "by " + Markup.text(reporter), Look.time(ticket.created())))
                .toString();
    }

    private String entry(Row action) {
        boolean moved = action.number("old_status") != action.number("new_status");
        String move = moved
                ? "<p>%s &rarr; %s</p>"
                        .formatted(look.status(action.number("old_status")), look.status(action.number("new_status")))
                : "";
        return "<li><p class=who><b>%s</b> <span class=soft>%s</span> %s %s</p>%s%s</li>"
                .formatted(
                        Markup.text(action.text("who")),
                        Markup.text(action.text("outcome")),
                        action.flag("hiddenfromuser") ? Markup.chip("Private", "") : "",
                        action.value("datetime") instanceof Instant at ? Look.time(at) : "",
                        move,
                        Markup.note(action.text("note_html")));
    }
}
