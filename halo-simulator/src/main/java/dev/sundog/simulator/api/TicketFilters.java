package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.book.TicketQuery;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Call;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What the parameters of a list of tickets filter. A parameter that this does not know filters nothing. */
final class TicketFilters {

    /** What {@code advanced_search} takes; which fields a real tenant takes is not known. */
    private static final List<String> ADVANCED = List.of(
            "id",
            "summary",
            "reportedby",
            "user_name",
            "user_email",
            "team",
            "category_1",
            "category_2",
            "category_3",
            "category_4",
            "supplier_reference",
            "inventory_number",
            "client_id",
            "status_id",
            "tickettype_id",
            "agent_id",
            "priority_id");

    private static final Map<String, String> BY_ID = table("ids");
    private static final Map<String, String> BY_TEXT = table("text");

    private final Tenant tenant;
    private final Switches switches;
    private final InstantSource time;
    private final TicketConditions special;

    TicketFilters(Tenant tenant, Switches switches, InstantSource time) {
        this.tenant = tenant;
        this.switches = switches;
        this.time = time;
        this.special = new TicketConditions(tenant);
    }

    /** The query, as conditions that the book can look up where that is possible. */
    TicketQuery read(Call call, Grant grant, TicketArea area) {
        TicketQuery query = new TicketQuery(call.flag("deleted"));
        if (call.flag("open_only")) {
            query.whereNotNumber("status_id", TicketSearch.CLOSED);
        }
        if (call.flag("closed_only")) {
            query.whereNumber("status_id", TicketSearch.CLOSED);
        }
        if (call.flag("mine")) {
            query.whereNumber("agent_id", List.of(grant.agentId()));
        }
        if (area != TicketArea.TICKETS) {
            query.where(ticket -> TicketArea.of(tenant, ticket.row()) == area);
        }
        TicketDates.add(query, call);
        call.query().forEach((name, value) -> {
            if (!value.isBlank()) {
                add(query, name, value.strip(), call);
            }
        });
        return query;
    }

    private void add(TicketQuery query, String name, String value, Call call) {
        if (name.startsWith("third_party_id") && switches.on(Switch.UNKNOWN_THIRD_PARTY_FILTER)) {
            return;
        }
        String number = BY_ID.get(name);
        String text = BY_TEXT.get(name);
        if (number != null) {
            query.whereNumber(number, Paging.numbers(name, value));
        } else if (text != null) {
            query.where(search(ticket -> contains(text(ticket.row(), text), value)));
        } else if (name.equals("third_party_id_string")) {
            query.whereText(name, call.query().getOrDefault(name, ""));
        } else if (name.equals("search")) {
            query.where(search(ticket -> found(ticket, value, call.flag("searchactions"))));
        } else if (name.equals("advanced_search")) {
            Predicate<Row> conditions = AdvancedSearch.read(value, ADVANCED);
            query.where(ticket -> conditions.test(ticket.row()));
        } else {
            special.of(name, value).ifPresent(query::where);
        }
    }

    private boolean found(Ticket ticket, String value, boolean actions) {
        Row row = ticket.row();
        return contains(row.text("summary"), value)
                || contains(text(row, "details_html"), value)
                || contains(tenant.nameOf(Kind.CLIENT, row.number("client_id")), value)
                || String.valueOf(ticket.id()).equals(value)
                || (actions
                        && ticket.actions().stream()
                                .anyMatch(action -> contains(HaloText.plain(action.text("note_html")), value)));
    }

    /** What is searched is an index that may lag behind. */
    private Predicate<Ticket> search(Predicate<Ticket> found) {
        Instant indexed = time.instant().minusMillis(switches.number(Switch.SEARCH_LAG_MILLIS));
        return ticket -> !ticket.created().isAfter(indexed) && found.test(ticket);
    }

    private static String text(Row row, String field) {
        return switch (row.value(field)) {
            case String text -> field.endsWith("_html") ? HaloText.plain(text) : text;
            case Number number -> number.toString();
            case null, default -> "";
        };
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> table(String kind) {
        Map<String, String> table = new HashMap<>();
        for (String line : Offer.lines("ticket-filters.txt")) {
            if (line.startsWith(kind + " ")) {
                for (String word : line.substring(kind.length() + 1).split(" ", -1)) {
                    String[] pair = word.split("=", 2);
                    table.put(pair[0], pair[pair.length - 1]);
                }
            }
        }
        return Map.copyOf(table);
    }
}
