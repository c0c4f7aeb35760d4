package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /Actions}: what was said and done on a ticket. Ids count from 1 on each ticket. */
final class ActionResource implements Resource {

    private static final String NO_OUTCOME = "An Outcome must be entered for this Action";
    private static final String NO_ACCESS = "You do not have access to this Action at the moment";

    private final Tenant tenant;
    private final TicketWriter writer;
    private final Replies replies;
    private final Switches switches;
    private final InstantSource time;
    private final ActionView view;

    ActionResource(Tenant tenant, TicketWriter writer, Replies replies, Switches switches, InstantSource time) {
        this.tenant = tenant;
        this.writer = writer;
        this.replies = replies;
        this.switches = switches;
        this.time = time;
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
        Stream<Row> actions = tickets.filter(ticket -> !ticket.deleted())
                .flatMap(ticket -> view.newestFirst(ticket).stream())
                .filter(action -> !(call.flag("excludeprivate") && action.flag("hiddenfromuser")));
        int count = Paging.number(call, "count", ticketId > 0 ? Integer.MAX_VALUE : 50);
        Map<String, Object> envelope = new Paging(1, count)
                .envelope("actions", actions, action -> view.json(action, call.flag("includehtmlnote")));
        envelope.keySet().removeAll(List.of("page_no", "page_size"));
        return Answer.json(200, envelope);
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        Optional<Ticket> ticket = tenant.tickets().find(Paging.number(call, "ticket_id", 0));
        return ticket.filter(found -> !found.deleted()).stream()
                .flatMap(found -> view.newestFirst(found).stream())
                .filter(action -> String.valueOf(action.number("id")).equals(id))
                .map(action -> Answer.json(200, view.json(action, true)))
                .findFirst()
                .orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(call, elements, this::check, element -> {
            Ticket ticket = ticket(element).orElseThrow();
            Row action = TicketRules.id(element) > 0 ? change(ticket, element) : add(ticket, element, grant);
            return new Written(view.json(action, true), ticket.id());
        });
    }

    private Optional<String> check(Map<String, Object> element) {
        Optional<Ticket> ticket = ticket(element).filter(found -> !found.deleted());
        if (ticket.isEmpty()) {
            return Optional.of(NO_ACCESS);
        }
        int id = TicketRules.id(element);
        if (id > 0) {
            boolean known = id > 1 && id <= ticket.get().actions().size() + 1;
            return known ? Optional.empty() : Optional.of(TicketRules.NOT_FOUND);
        }
        boolean named = element.get("outcome") instanceof String name && !name.isBlank();
        boolean numbered = element.get("outcome_id") instanceof Integer number && number > 0;
        if (!named && !numbered) {
            return Optional.of(NO_OUTCOME);
        }
        boolean close = element.get("new_status") instanceof Integer status && TicketSearch.CLOSED.contains(status);
        boolean unassigned = ticket.get().row().number("agent_id") == 1;
        return close && unassigned && switches.on(Switch.CLOSE_NEEDS_AGENT)
                ? Optional.of(TicketRules.ASSIGN_FIRST)
                : Optional.empty();
    }

    private Row add(Ticket ticket, Map<String, Object> element, Grant grant) {
        Instant now = time.instant();
        int before = ticket.row().number("status_id");
        boolean reopens = switches.on(Switch.ACTION_REOPENS) && TicketSearch.CLOSED.contains(before);
        int after = element.get("new_status") instanceof Integer wanted && wanted > 0 ? wanted : reopens ? 2 : before;
        Map<String, Object> values = kept(element);
        values.putIfAbsent("outcome", outcomeName(element));
        values.put("guid", UUID.randomUUID().toString());
        values.put("ticket_id", ticket.id());
        values.put("who", tenant.nameOf(Kind.AGENT, grant.agentId()));
        values.put("who_type", 1);
        values.put("who_agentid", grant.agentId());
        values.put("datetime", now);
        values.put("old_status", before);
        values.put("new_status", after);
        Ticket.Change change = ticket.change(row -> {
            Row touched = row.with(Map.of("lastactiondate", now, "last_update", now));
            return after == before ? touched : writer.toStatus(touched, after, now);
        });
        Row added = ticket.add(Row.of(values));
        tenant.watcher().changed(change.before(), change.after(), grant.agentId());
        return added;
    }

    private Row change(Ticket ticket, Map<String, Object> element) {
        Map<String, Object> values = kept(element);
        values.remove("new_status");
        ticket.change(row -> row.with("last_update", time.instant()));
        return ticket.changeAction(TicketRules.id(element), row -> row.with(values))
                .orElseThrow();
    }

    private static Map<String, Object> kept(Map<String, Object> element) {
        Map<String, Object> values = new LinkedHashMap<>(element);
        values.keySet().removeIf(name -> name.startsWith("_") || name.equals("id"));
        HaloText.keepHtml(values, "note", "note_html");
        return values;
    }

    private String outcomeName(Map<String, Object> element) {
        return element.get("outcome_id") instanceof Integer id
                ? tenant.list(Kind.OUTCOME)
                        .find(id)
                        .map(row -> row.text("outcome"))
                        .orElse("")
                : "";
    }

    private Optional<Ticket> ticket(Map<String, Object> element) {
        return element.get("ticket_id") instanceof Integer id ? tenant.tickets().find(id) : Optional.empty();
    }
}
