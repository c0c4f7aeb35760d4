package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.book.TicketBook;
import dev.sundog.simulator.book.TicketQuery;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Call;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** The part that is wanted of what the query finds; the newest first, unless it orders otherwise. */
    TicketBook.Page find(Call call, Paging paging) {
        TicketQuery query = query(call);
        if (call.parameter("order").isEmpty()) {
            return tenant.tickets().find(query, paging.skipped(), paging.size());
        }
        List<Ticket> sorted = tenant.tickets().find(query).sorted(order(call)).toList();
        return new TicketBook.Page(
                sorted.size(),
                sorted.stream().skip(paging.skipped()).limit(paging.size()).toList());
    }

    private TicketQuery query(Call call) {
        TicketQuery query = new TicketQuery(call.flag("deleted"));
        if (call.flag("open_only")) {
            query.whereNotNumber("status_id", CLOSED);
        }
        if (call.flag("closed_only")) {
            query.whereNumber("status_id", CLOSED);
        }
        call.query().forEach((name, value) -> {
            if (!value.isBlank()) {
                add(query, name, value);
            }
        });
        return query;
    }

    private void add(TicketQuery query, String name, String value) {
        String field = BY_NUMBER.get(name);
        if (field != null) {
            query.whereNumber(field, Paging.numbers(name, value));
        } else if (name.equals("lastupdatefromdate")) {
            query.changedSince(FieldType.instant(value).orElseThrow(() -> RefusedException.parameter(name, value)));
        } else if (name.equals("third_party_id_string")) {
            if (!switches.on(Switch.UNKNOWN_THIRD_PARTY_FILTER)) {
                query.whereText(name, value);
            }
        } else {
            text(name, value).ifPresent(query::where);
        }
    }

    private Optional<Predicate<Ticket>> text(String name, String value) {
        return switch (name) {
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
            default -> Optional.empty();
        };
    }

    /** What is searched is an index that may lag behind. */
    private Optional<Predicate<Ticket>> search(Predicate<Row> found) {
        Instant indexed = time.instant().minusMillis(switches.number(Switch.SEARCH_LAG_MILLIS));
        return Optional.of(ticket -> !ticket.created().isAfter(indexed) && found.test(ticket.row()));
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
