package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Call;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the tickets that a query wants. A parameter it does not know filters nothing. */
final class TicketSearch {

    /** Statuses that are not open. */
    static final Set<Integer> CLOSED = Set.of(8, 9);

    private static final Map<String, String> BY_NUMBER = Map.ofEntries(
            Map.entry("client_id", "client_id"),
            Map.entry("client_ids", "client_id"),
            Map.entry("site_id", "site_id"),
            Map.entry("user_id", "user_id"),
            Map.entry("agent_id", "agent_id"),
            Map.entry("team", "team_id"),
            Map.entry("status", "status_id"),
            Map.entry("status_id", "status_id"),
            Map.entry("requesttype", "tickettype_id"),
            Map.entry("requesttype_id", "tickettype_id"),
            Map.entry("priority", "priority_id"),
            Map.entry("parent_id", "parent_id"),
            Map.entry("ticketids", "id"));

    private final Tenant tenant;
    private final Switches switches;
    private final InstantSource time;

    TicketSearch(Tenant tenant, Switches switches, InstantSource time) {
        this.tenant = tenant;
        this.switches = switches;
        this.time = time;
    }

    /** The newest first, unless the query orders otherwise. */
    Stream<Ticket> find(Call call) {
        boolean byReference =
                call.parameter("third_party_id_string").isPresent() && !switches.on(Switch.UNKNOWN_THIRD_PARTY_FILTER);
        Stream<Ticket> tickets = byReference
                ? tenant.tickets().referencedBy(call.query().getOrDefault("third_party_id_string", ""))
                : tenant.tickets().newestFirst();
        Stream<Ticket> found = tickets.filter(matches(call));
        return call.parameter("order").isPresent() ? found.sorted(order(call)) : found;
    }

    private Predicate<Ticket> matches(Call call) {
        boolean deleted = call.flag("deleted");
        Predicate<Ticket> all = ticket -> ticket.deleted() == deleted;
        if (call.flag("open_only")) {
            all = all.and(ticket -> !CLOSED.contains(ticket.row().number("status_id")));
        }
        if (call.flag("closed_only")) {
            all = all.and(ticket -> CLOSED.contains(ticket.row().number("status_id")));
        }
        for (Map.Entry<String, String> one : call.query().entrySet()) {
            all = all.and(parameter(one.getKey(), one.getValue()));
        }
        return all;
    }

    private Predicate<Ticket> parameter(String name, String value) {
        String field = BY_NUMBER.get(name);
        if (value.isBlank()) {
            return _ -> true;
        }
        if (field != null) {
            List<Integer> wanted = Paging.numbers(name, value);
            return ticket -> wanted.contains(ticket.row().number(field));
        }
        return switch (name) {
            case "lastupdatefromdate" -> since(name, value);
            case "search" ->
                search(row -> text(row, "summary", value)
                        || contains(HaloText.plain(row.text("details_html")), value)
                        || contains(tenant.nameOf(Kind.CLIENT, row.number("client_id")), value)
                        || String.valueOf(row.number("id")).equals(value.strip()));
            case "search_summary" -> search(row -> text(row, "summary", value));
            case "search_details" -> search(row -> contains(HaloText.plain(row.text("details_html")), value));
            case "search_reportedby" -> search(row -> text(row, "reportedby", value));
            case "search_supplier_reference" -> search(row -> text(row, "supplier_reference", value));
            case "search_id" -> search(row -> String.valueOf(row.number("id")).contains(value.strip()));
            default -> _ -> true;
        };
    }

    private static Predicate<Ticket> since(String name, String value) {
        Instant from = FieldType.instant(value).orElseThrow(() -> RefusedException.parameter(name, value));
        return ticket -> ticket.row().value("last_update") instanceof Instant at && !at.isBefore(from);
    }

    /** What is searched is an index that may lag behind. */
    private Predicate<Ticket> search(Predicate<Row> found) {
        Instant indexed = time.instant().minusMillis(switches.number(Switch.SEARCH_LAG_MILLIS));
        return ticket -> !ticket.created().isAfter(indexed) && found.test(ticket.row());
    }

    private static boolean text(Row row, String field, String part) {
        return contains(row.text(field), part);
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.strip().toLowerCase(Locale.ROOT));
    }

    private static Comparator<Ticket> order(Call call) {
        String field = call.query().getOrDefault("order", "id").toLowerCase(Locale.ROOT);
        Comparator<Ticket> ascending =
                (a, b) -> compare(a.row().value(field), b.row().value(field));
        Comparator<Ticket> wanted = ascending.thenComparingInt(Ticket::id);
        return call.flag("orderdesc") ? wanted.reversed() : wanted;
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number first && b instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        if (a instanceof Instant first && b instanceof Instant second) {
            return first.compareTo(second);
        }
        return String.valueOf(a == null ? "" : a).compareToIgnoreCase(String.valueOf(b == null ? "" : b));
    }
}
