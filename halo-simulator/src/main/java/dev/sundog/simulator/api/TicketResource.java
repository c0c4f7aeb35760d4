package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.book.TicketBook;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /Tickets}, and {@code /Opportunities} and {@code /Projects}, which are tickets too. */
final class TicketResource implements Resource {

    private static final int LARGEST_PAGE = 100;

    private final TicketArea area;
    private final Tenant tenant;
    private final TicketView view;
    private final TicketWriter writer;
    private final Replies replies;
    private final TicketSearch search;
    private final TicketAccess access;
    private final InstantSource time;

    TicketResource(TicketArea area, Tenant tenant, TicketParts parts) {
        this.area = area;
        this.tenant = tenant;
        this.view = parts.view();
        this.writer = parts.writer();
        this.replies = parts.replies();
        this.search = parts.search();
        this.access = parts.access();
        this.time = parts.time();
    }

    @Override
    public String schema() {
        return "Faults";
    }

    @Override
    public String area() {
        return area.scope();
    }

    @Override
    public Answer list(Call call, Grant grant) {
        Paging paging = Paging.of(call, LARGEST_PAGE);
        TicketBook.Page found = search.find(call, grant, area, paging);
        List<Map<String, Object>> rows =
                found.tickets().stream().map(ticket -> view.row(ticket, call)).toList();
        Map<String, Object> envelope = paging.envelope("tickets", found.count(), rows);
        envelope.put("include_children", false);
        return Answer.json(200, envelope);
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        Optional<Ticket> found = find(id).filter(ticket -> !ticket.deleted() || call.flag("deleted"));
        if (found.isEmpty()) {
            return Answer.empty(404);
        }
        Ticket ticket = found.get();
        return access.sees(grant, ticket.row()) ? Answer.json(200, view.detail(ticket, call)) : Answer.empty(403);
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        List<Map<String, Object>> typed = elements.stream().map(this::typed).toList();
        return replies.batch(call, typed, element -> writer.check(element, grant), element -> {
            if (Boolean.TRUE.equals(element.get("_validate_only"))) {
                return new Written(pretended(element, call, grant), 0);
            }
            Ticket ticket = writer.write(element, grant);
            return new Written(view.detail(ticket, call), ticket.id());
        });
    }

    /** Removes softly: the ticket is seen again with {@code deleted=true}. */
    @Override
    public Answer delete(Call call, String id, Grant grant) {
        Optional<Ticket> found = find(id).filter(ticket -> !ticket.deleted());
        if (found.isEmpty()) {
            return Answer.empty(404);
        }
        Ticket ticket = found.get();
        if (!access.mayChange(grant, ticket.row())) {
            return Answer.empty(403);
        }
        Row touched = Row.of("deleted", true, "last_update", time.instant());
        Ticket.Change change = ticket.change(row -> row.with(touched.toMap()));
        tenant.watcher().changed(change.before(), change.after(), grant.agentId());
        return Answer.json(200, view.detail(ticket, call)).touching(List.of(ticket.id()));
    }

    /** A new opportunity or project without a type gets the first of its area. */
    private Map<String, Object> typed(Map<String, Object> element) {
        if (area == TicketArea.TICKETS || TicketRules.id(element) > 0 || element.containsKey("tickettype_id")) {
            return element;
        }
        Map<String, Object> typed = new HashMap<>(element);
        typed.put("tickettype_id", area.defaultType(tenant));
        return typed;
    }

    /** What a write would come to, without writing. */
    private Map<String, Object> pretended(Map<String, Object> element, Call call, Grant grant) {
        Optional<Ticket> known = tenant.tickets().find(TicketRules.id(element));
        Ticket ticket = known.orElseGet(() -> Ticket.draft(time.instant(), writer.row(element, time.instant(), grant)));
        return view.detail(ticket, call);
    }

    private Optional<Ticket> find(String id) {
        return id.matches("\\d{1,9}") ? tenant.tickets().find(Integer.parseInt(id)) : Optional.empty();
    }
}
