package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code /Actions}: what was said and done on a ticket. Ids count from 1 on each ticket. */
final class ActionResource implements Resource {

    private final Tenant tenant;
    private final TicketAccess access;
    private final Replies replies;
    private final ActionRules rules;
    private final ActionWriter writer;
    private final ActionView view;

    ActionResource(Tenant tenant, Switches switches, TicketParts parts) {
        this.tenant = tenant;
        this.access = parts.access();
        this.replies = parts.replies();
        this.rules = new ActionRules(tenant, switches, access);
        this.writer = new ActionWriter(tenant, switches, parts, rules);
        this.view = new ActionView(tenant);
    }

    @Override
    public String schema() {
        return "Actions";
    }

    @Override
    public String area() {
        return "tickets";
    }

    @Override
    public Answer list(Call call, Grant grant) {
        int ticketId = Paging.number(call, "ticket_id", 0);
        Stream<Ticket> tickets = ticketId > 0
                ? tenant.tickets().find(ticketId).stream()
                : tenant.tickets().newestFirst();
        Predicate<Row> wanted = ActionFilters.of(call);
        Stream<Row> actions = tickets.filter(ticket -> !ticket.deleted() && access.sees(grant, ticket.row()))
                .flatMap(ticket -> view.newestFirst(ticket).stream())
                .filter(wanted);
        if (call.flag("importanttop")) {
            actions = actions.sorted((a, b) -> Boolean.compare(b.flag("important"), a.flag("important")));
        }
        int count = Paging.number(call, "count", ticketId > 0 ? Integer.MAX_VALUE : 50);
        Map<String, Object> envelope =
                new Paging(1, count).envelope("actions", actions, action -> view.row(action, call));
        envelope.keySet().removeAll(List.of("page_no", "page_size"));
        return Answer.json(200, envelope);
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        return actions(call, grant)
                .filter(action -> call.flag("mostrecent")
                        || String.valueOf(action.number("id")).equals(id))
                .map(action -> Answer.json(200, view.json(action, true)))
                .findFirst()
                .orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(
                call, elements, element -> rules.check(element, grant).map(Answer::refusal), element -> {
                    Ticket ticket = rules.ticket(element).orElseThrow();
                    Row action = writer.write(ticket, element, grant);
                    return new Written(view.json(action, true), ticket.id());
                });
    }

    /** Needs {@code ticket_id}, since numbers count for each ticket; the text of the ticket itself stays. */
    @Override
    public Answer delete(Call call, String id, Grant grant) {
        Optional<Row> gone = actions(call, grant)
                .filter(action -> String.valueOf(action.number("id")).equals(id) && action.number("id") > 1)
                .findFirst();
        gone.ifPresent(action -> tenant.tickets()
                .find(action.number("ticket_id"))
                .ifPresent(ticket -> ticket.changeAction(action.number("id"), row -> row.with("_deleted", true))));
        return gone.map(action ->
                        Answer.json(200, view.json(action, true)).touching(List.of(action.number("ticket_id"))))
                .orElseGet(() -> Answer.empty(404));
    }

    private Stream<Row> actions(Call call, Grant grant) {
        return tenant.tickets().find(Paging.number(call, "ticket_id", 0)).stream()
                .filter(ticket -> !ticket.deleted() && access.sees(grant, ticket.row()))
                .flatMap(ticket -> view.newestFirst(ticket).stream());
    }
}
