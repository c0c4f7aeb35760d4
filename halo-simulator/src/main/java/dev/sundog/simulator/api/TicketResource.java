package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.book.TicketBook;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /Tickets}. */
final class TicketResource implements Resource {

    private static final int LARGEST_PAGE = 100;

    private final Tenant tenant;
    private final TicketView view;
    private final TicketWriter writer;
    private final Replies replies;
    private final TicketSearch search;

    TicketResource(Tenant tenant, TicketView view, TicketWriter writer, Replies replies, TicketSearch search) {
        this.tenant = tenant;
        this.view = view;
        this.writer = writer;
        this.replies = replies;
        this.search = search;
    }

    @Override
    public String schema() {
        return "Faults";
    }

    @Override
    public String area() {
        return "tickets";
    }

    @Override
    public Answer list(Call call, Grant grant) {
        Paging paging = Paging.of(call, LARGEST_PAGE);
        TicketBook.Page found = search.find(call, paging);
        List<Map<String, Object>> rows =
                found.tickets().stream().map(ticket -> view.row(ticket, call)).toList();
        return Answer.json(200, paging.envelope("tickets", found.count(), rows));
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        return find(id).filter(ticket -> !ticket.deleted() || call.flag("deleted"))
                .map(ticket -> Answer.json(200, view.detail(ticket)))
                .orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(call, elements, writer::check, element -> {
            Ticket ticket = writer.write(element, grant.agentId());
            return new Written(view.detail(ticket), ticket.id());
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
        Ticket.Change change = ticket.change(row -> row.with("deleted", true));
        tenant.watcher().changed(change.before(), change.after(), grant.agentId());
        return Answer.json(200, view.detail(ticket)).touching(List.of(ticket.id()));
    }

    private Optional<Ticket> find(String id) {
        return id.matches("\\d{1,9}") ? tenant.tickets().find(Integer.parseInt(id)) : Optional.empty();
    }
}
