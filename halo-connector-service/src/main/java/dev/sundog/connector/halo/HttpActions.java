package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.TicketNote;
import dev.sundog.connector.connection.HaloConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is said and done on tickets: Halo's actions. */
final class HttpActions {

    /** A person who touched the ticket is among its latest actions, or has been overtaken by many others. */
    private static final int LATEST = 50;

    private final HttpExchange exchange;
    private final HttpOwnAgent ownAgent;

    HttpActions(HttpExchange exchange) {
        this.exchange = exchange;
        this.ownAgent = new HttpOwnAgent(exchange);
    }

    /** Writes a private note, with a status if one is given. */
    Answer<FoundTicket> add(
            HaloConnection connection, long ticketId, String noteHtml, @Nullable Long statusId, Sending sending) {
        return exchange.post(connection, "/Actions", List.of(body(connection, ticketId, noteHtml, statusId)), sending)
                .then(json -> new Answer.Got<>(acted(connection, ticketId, HttpTickets.single(json)), null));
    }

    /** Writes private notes on several tickets. Without {@code returnall} Halo would answer with the last one alone. */
    Answer<List<FoundTicket>> addAll(HaloConnection connection, List<TicketNote> notes, Sending sending) {
        List<Map<String, Object>> actions = notes.stream()
                .map(note -> body(connection, note.ticketId(), note.noteHtml(), null))
                .toList();
        return exchange.post(connection, "/Actions?returnall=true", actions, sending)
                .then(json -> checked(connection, notes, json));
    }

    /**
     * Whether somebody else than our own agent acted on the ticket. Where Halo does not say who we are, any action but the
     * first, which is the ticket's own text, counts as somebody else's: a ticket is rather left open than closed under
     * somebody's hands.
     */
    Answer<Boolean> touched(HaloConnection connection, long ticketId, Sending sending) {
        Optional<Long> own = ownAgent.ask(connection, sending);
        String path = "/Actions?ticket_id=" + ticketId + "&excludesys=true&count=" + LATEST;
        return exchange.get(connection, path, sending).then(json -> {
            JsonNode actions = json.path("actions");
            if (!(actions.isArray() || actions.isNull())) {
                return new Answer.Ended<>(new CallEnd.Unknown("a list of actions without its envelope"), null);
            }
            boolean somebodyElse = actions.valueStream()
                    .filter(action -> !Objects.equals(HttpTickets.whole(action.get("id")), 1L))
                    .map(action -> HttpTickets.whole(action.get("who_agentid")))
                    .anyMatch(agent -> own.isEmpty() || !own.get().equals(agent));
            return new Answer.Got<>(somebodyElse, null);
        });
    }

    /** Halo did something; whether it is what was asked for, only the answer's order and count can say. */
    private Answer<List<FoundTicket>> checked(HaloConnection connection, List<TicketNote> notes, JsonNode json) {
        List<JsonNode> actions = json.isArray() ? json.valueStream().toList() : List.of(json);
        boolean fits = actions.size() == notes.size();
        List<FoundTicket> tickets = new ArrayList<>();
        for (int index = 0; fits && index < actions.size(); index++) {
            long asked = notes.get(index).ticketId();
            Long told = HttpTickets.whole(actions.get(index).get("ticket_id"));
            fits = told != null && told == asked;
            tickets.add(acted(connection, asked, actions.get(index)));
        }
        return fits
                ? new Answer.Got<>(List.copyOf(tickets), null)
                : new Answer.Ended<>(
                        new CallEnd.Unknown("Halo answered " + notes.size() + " notes with " + actions.size()
                                + " actions, or in another order"),
                        null);
    }

    private FoundTicket acted(HaloConnection connection, long ticketId, JsonNode action) {
        ownAgent.learn(connection, action);
        return HttpTickets.acted(connection, ticketId, action);
    }

    private static Map<String, Object> body(
            HaloConnection connection, long ticketId, String noteHtml, @Nullable Long statusId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ticket_id", ticketId);
        body.put("outcome_id", connection.noteOutcomeId());
        body.put("note_html", noteHtml);
        body.put("hiddenfromuser", true);
        if (statusId != null) {
            body.put("new_status", statusId);
        }
        return body;
    }
}
