package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.book.TicketBook;
import dev.sundog.simulator.book.TicketQuery;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Call;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the tickets that a query wants and the agent sees. */
final class TicketSearch {

    /** Statuses that are not open. */
    static final Set<Integer> CLOSED = Set.of(8, 9);

    private final Tenant tenant;
    private final TicketAccess access;
    private final TicketFilters filters;

    TicketSearch(Tenant tenant, Switches switches, InstantSource time, TicketAccess access) {
        this.tenant = tenant;
        this.access = access;
        this.filters = new TicketFilters(tenant, switches, time);
    }

    /** The part that is wanted of what the query finds; the newest first, unless it orders otherwise. */
    TicketBook.Page find(Call call, Grant grant, TicketArea area, Paging paging) {
        TicketQuery query = filters.read(call, grant, area);
        if (!access.seesAll(grant)) {
            query.where(ticket -> access.sees(grant, ticket.row()));
        }
        Optional<Comparator<Ticket>> order = Ordering.of(call, Ticket::row);
        if (order.isEmpty()) {
            return tenant.tickets().find(query, paging.skipped(), paging.size());
        }
        List<Ticket> sorted = tenant.tickets().find(query).sorted(order.get()).toList();
        return new TicketBook.Page(
                sorted.size(),
                sorted.stream().skip(paging.skipped()).limit(paging.size()).toList());
    }
}
