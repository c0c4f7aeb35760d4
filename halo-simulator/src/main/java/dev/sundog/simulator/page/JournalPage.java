package dev.sundog.simulator.page;

import dev.sundog.simulator.control.Journal;
import dev.sundog.simulator.control.JournalEntry;
import java.util.List;
import java.util.stream.Collectors;

/** The latest requests, the newest first. */
record JournalPage(Journal journal) {

    private static final int SHOWN = 200;

    /** @param ticket a number to see the requests that touched it alone; empty for all */
    String html(String ticket) {
        List<JournalEntry> shown = journal.entries().reversed().stream()
                .filter(entry -> ticket.isEmpty()
                        || entry.tickets().stream()
                                .anyMatch(id -> String.valueOf(id).equals(ticket)))
                .limit(SHOWN)
                .toList();
        String title = ticket.isEmpty()
                ? "<h1>Journal</h1>"
                : "<p><a href=journal>All requests</a></p><h1>Requests that touched ticket %s</h1>"
                        .formatted(Markup.text(ticket));
        if (shown.isEmpty()) {
            return title + "<p class=none>Nothing was asked yet.</p>";
        }
        return title
                + "<div class=wide><table><thead><tr><th>Time<th>Application<th>Request<th>Done<th>Answered<th>Faults<th>Tickets</tr></thead><tbody>"
                + shown.stream().map(JournalPage::line).collect(Collectors.joining())
                + "</tbody></table></div>";
    }

    private static String line(JournalEntry entry) {
        return "<tr><td class=when>%s<td>%s<td><code>%s %s</code><td class=num>%s<td class=num>%s<td>%s<td class=num>%s</tr>"
                .formatted(
                        Look.time(entry.time()),
                        Markup.text(entry.application()),
                        entry.method(),
                        Markup.text(entry.path()),
                        entry.status() == 0 ? "no" : entry.status(),
                        entry.answered() == 0 ? "cut" : entry.answered(),
                        entry.faults().stream()
                                .map(fault -> Markup.chip(fault, "#d9822b"))
                                .collect(Collectors.joining(" ")),
                        entry.tickets().stream().map(Look::link).collect(Collectors.joining(" ")));
    }
}
