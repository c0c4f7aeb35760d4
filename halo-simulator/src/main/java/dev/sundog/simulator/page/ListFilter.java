package dev.sundog.simulator.page;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.exchange.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Which tickets the list shows.
 *
 * @param text in summary or details, or a ticket's number; empty is any
 * @param customer part of the customer's name; empty is any
 * @param status {@code open}, {@code closed}, {@code deleted}, a number, or empty for all but deleted ones
 * @param page from 1
 */
record ListFilter(String text, String customer, String status, int page) {

    static final int ROWS = 50;

    static ListFilter of(Call call) {
        String page = call.query().getOrDefault("page", "1");
        return new ListFilter(
                lower(call, "q"),
                lower(call, "customer"),
                lower(call, "status"),
                page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1);
    }

    boolean shows(Ticket ticket, Tenant tenant) {
        Row row = ticket.row();
        return ofStatus(row)
                && (customer.isEmpty() || contains(tenant.nameOf(Kind.CLIENT, row.number("client_id")), customer))
                && (text.isEmpty()
                        || String.valueOf(ticket.id()).equals(text)
                        || contains(row.text("summary"), text)
                        || contains(row.text("details_html"), text));
    }

    /** The query of another page of the same list. */
    String query(int other) {
        return "?q=%s&amp;customer=%s&amp;status=%s&amp;page=%s"
                .formatted(encoded(text), encoded(customer), encoded(status), other);
    }

    private boolean ofStatus(Row row) {
        if (row.flag("deleted")) {
            return status.equals("deleted");
        }
        boolean closed = row.flag("hasbeenclosed");
        return switch (status) {
            case "" -> true;
            case "open" -> !closed;
            case "closed" -> closed;
            default -> status.equals(String.valueOf(row.number("status_id")));
        };
    }

    private static String lower(Call call, String name) {
        return call.query().getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
