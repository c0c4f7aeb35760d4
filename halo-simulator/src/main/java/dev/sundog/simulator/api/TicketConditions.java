package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Parameters of a list of tickets that look at more than one field. */
final class TicketConditions {

    private final Tenant tenant;

    TicketConditions(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Empty for a parameter that it does not know, or that is not set. */
    Optional<Predicate<Ticket>> of(String name, String value) {
        boolean yes = value.equalsIgnoreCase("true") || value.equals("1");
        return switch (name) {
            case "includeclosed" -> Optional.of(oneOf(name, value, ticket -> isClosed(ticket) ? 1 : 0));
            case "includechildren" -> Optional.of(oneOf(name, value, TicketConditions::family));
            case "flagged" -> only(yes, ticket -> ticket.row().flag("flagged"));
            case "withattachments" -> only(yes, ticket -> ticket.row().number("attachment_count") > 0);
            case "excludethese" -> Optional.of(oneOf(name, value, Ticket::id).negate());
            case "asset_id" -> Optional.of(asset(Paging.numbers(name, value)));
            case "toplevel_id" -> Optional.of(oneOf(name, value, ticket -> ofCustomer(ticket.row(), "toplevel_id")));
            case "requesttypegroup" -> Optional.of(oneOf(name, value, ticket -> ofType(ticket.row(), "group_id")));
            case "username" ->
                Optional.of(ticket -> ticket.row().text("user_name").equalsIgnoreCase(value));
            case "client_ref" ->
                Optional.of(ticket -> ticket.row().text("client_reference").equalsIgnoreCase(value));
            case "domain" -> Optional.of(domain(value));
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Ticket>> only(boolean wanted, Predicate<Ticket> condition) {
        return wanted ? Optional.of(condition) : Optional.empty();
    }

    private static boolean isClosed(Ticket ticket) {
        return TicketSearch.CLOSED.contains(ticket.row().number("status_id"));
    }

    private static Predicate<Ticket> oneOf(String name, String value, ToIntFunction<Ticket> number) {
        List<Integer> wanted = Paging.numbers(name, value);
        return ticket -> wanted.contains(number.applyAsInt(ticket));
    }

    /** 2 is a child, 1 has children, 0 neither. */
    private static int family(Ticket ticket) {
        boolean parent = ticket.row().number("child_count") > 0;
        return ticket.row().number("parent_id") > 0 ? 2 : parent ? 1 : 0;
    }

    private static Predicate<Ticket> asset(List<Integer> wanted) {
        return ticket -> ticket.row().value("assets") instanceof List<?> ids
                && ids.stream().anyMatch(wanted::contains);
    }

    private int ofCustomer(Row ticket, String field) {
        return tenant.list(Kind.CLIENT)
                .find(ticket.number("client_id"))
                .map(row -> row.number(field))
                .orElse(0);
    }

    private int ofType(Row ticket, String field) {
        return tenant.list(Kind.TICKET_TYPE)
                .find(ticket.number("tickettype_id"))
                .map(row -> row.number(field))
                .orElse(0);
    }

    private Predicate<Ticket> domain(String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return ticket -> TicketArea.of(tenant, ticket.row()).domain().equals(wanted);
    }
}
