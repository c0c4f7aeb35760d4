package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What hangs on a ticket that was written: parent, survivor of a merge, link to another system, files. */
final class TicketTies {

    private final Tenant tenant;
    private final InstantSource time;
    private final Map<Kind, RecordWriter> writers;

    TicketTies(Tenant tenant, InstantSource time) {
        this.tenant = tenant;
        this.time = time;
        this.writers = new LinkedHashMap<>();
        Offer.all().stream()
                .filter(offer -> offer.kind() == Kind.ATTACHMENT || offer.kind() == Kind.EXTERNAL_LINK)
                .forEach(offer -> writers.put(offer.kind(), new RecordWriter(tenant, offer, time)));
    }

    void tie(Ticket ticket, Map<String, Object> element, Grant grant) {
        if (element.containsKey("parent_id")) {
            adopt(ticket);
        }
        if (ticket.row().number("merged_into_id") != ticket.row().number("_told")) {
            tellSurvivor(ticket.row().number("merged_into_id"), ticket);
        }
        if (element.get("new_external_link") instanceof Map<?, ?> link) {
            add(Kind.EXTERNAL_LINK, link, Map.of("halo_id", ticket.id()), grant);
        }
        attach(element, Map.of("ticket_id", ticket.id()), grant);
    }

    /** Keeps the files that an element of a ticket or an action brings along. */
    void attach(Map<String, Object> element, Map<String, Object> owner, Grant grant) {
        if (element.get("attachments") instanceof List<?> files) {
            for (Object one : files) {
                if (one instanceof Map<?, ?> file && file.containsKey("filename")) {
                    add(Kind.ATTACHMENT, file, owner, grant);
                }
            }
        }
    }

    private void add(Kind kind, Map<?, ?> record, Map<String, Object> owner, Grant grant) {
        Map<String, Object> element = new LinkedHashMap<>();
        record.forEach((name, value) -> element.put(String.valueOf(name), value));
        element.putAll(owner);
        RecordWriter writer = writers.get(kind);
        if (writer != null) {
            writer.create(element, grant);
        }
    }

    /** Counts the child at its parent, and no longer at the one it had. */
    private void adopt(Ticket child) {
        int parent = child.row().number("parent_id");
        int former = child.row().number("_counted");
        if (parent == former) {
            return;
        }
        count(former, -1);
        count(parent, 1);
        child.change(row -> row.with("_counted", parent));
    }

    private void count(int parent, int more) {
        tenant.tickets()
                .find(parent)
                .ifPresent(ticket ->
                        ticket.change(row -> row.with("child_count", Math.max(0, row.number("child_count") + more))));
    }

    private void tellSurvivor(int survivor, Ticket merged) {
        merged.change(row -> row.with("_told", survivor));
        tenant.tickets().find(survivor).ifPresent(ticket -> {
            ticket.add(Row.of(Map.of(
                    "ticket_id",
                    survivor,
                    "outcome",
                    "Merged",
                    "merged_from_ticketid",
                    merged.id(),
                    "note_html",
                    merged.row().text("details_html"),
                    "datetime",
                    time.instant(),
                    "old_status",
                    ticket.row().number("status_id"),
                    "new_status",
                    ticket.row().number("status_id"))));
            ticket.change(row -> row.with("last_update", time.instant()));
        });
    }
}
