package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.connection.AddressRules;
import dev.sundog.connector.connection.HaloConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Halo over HTTP.
 *
 * <p>A status with a note goes as one action, the only form that takes both in one exchange and leaves one entry in the
 * ticket's story. Without a note it goes as an update of the ticket, which is absolute and may be repeated.
 */
final class HttpHaloApi implements HaloApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpTransport transport;
    private final HttpTokenDesk tokens;
    private final AddressRules rules;
    private final InstantSource time;

    HttpHaloApi(HttpTransport transport, HttpTokenDesk tokens, AddressRules rules, InstantSource time) {
        this.transport = transport;
        this.tokens = tokens;
        this.rules = rules;
        this.time = time;
    }

    @Override
    public Answer<FoundTicket> create(
            HaloConnection connection, TicketFields fields, String reference, Sending sending) {
        return post(connection, "/Tickets", HttpTickets.create(connection, fields, reference), sending)
                .then(json -> ticket(connection, json));
    }

    @Override
    public Answer<FoundTicket> changeStatus(HaloConnection connection, Operation.ChangeStatus change, Sending sending) {
        if (change.noteHtml() == null) {
            return post(connection, "/Tickets", HttpTickets.status(change), sending)
                    .then(json -> ticket(connection, json));
        }
        Map<String, Object> action =
                HttpTickets.action(connection, change.ticketId(), change.noteHtml(), change.statusId());
        return post(connection, "/Actions", action, sending)
                .then(json -> new Answer.Got<>(HttpTickets.acted(connection, change.ticketId(), json), null));
    }

    @Override
    public Answer<FoundTicket> addNote(HaloConnection connection, Operation.AddNote note, Sending sending) {
        Map<String, Object> action = HttpTickets.action(connection, note.ticketId(), note.noteHtml(), null);
        return post(connection, "/Actions", action, sending)
                .then(json -> new Answer.Got<>(HttpTickets.acted(connection, note.ticketId(), json), null));
    }

    @Override
    public Answer<HaloRow> read(HaloConnection connection, long ticketId, Sending sending) {
        return exchange(connection, HttpMethod.GET, "/Tickets/" + ticketId + "?includedetails=true", null, sending)
                .then(json -> HttpTickets.row(connection, HttpTickets.single(json))
                        .<Answer<HaloRow>>map(row -> new Answer.Got<>(row, null))
                        .orElseGet(() -> unknown("a ticket without an id")));
    }

    @Override
    public Answer<HaloPage> list(HaloConnection connection, Map<String, String> query, Sending sending) {
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange(connection, HttpMethod.GET, "/Tickets?" + text, null, sending)
                .then(json -> page(connection, json));
    }

    private static Answer<HaloPage> page(HaloConnection connection, JsonNode json) {
        JsonNode tickets = json.path("tickets");
        Long total = HttpTickets.whole(json.get("record_count"));
        if (total == null || !(tickets.isArray() || tickets.isNull())) {
            return unknown("a list without its envelope");
        }
        List<HaloRow> rows = tickets.valueStream()
                .map(row -> HttpTickets.row(connection, row))
                .flatMap(Optional::stream)
                .toList();
        return new Answer.Got<>(new HaloPage(rows, total), null);
    }

    private static Answer<FoundTicket> ticket(HaloConnection connection, JsonNode json) {
        return HttpTickets.row(connection, HttpTickets.single(json))
                .<Answer<FoundTicket>>map(row -> new Answer.Got<>(row.ticket(), null))
                .orElseGet(() -> unknown("Halo answered without the ticket's id"));
    }

    private Answer<JsonNode> post(
            HaloConnection connection, String path, Map<String, Object> element, Sending sending) {
        return exchange(connection, HttpMethod.POST, path, JSON.writeValueAsBytes(List.of(element)), sending)
                .then(json -> new Answer.Got<>(HttpTickets.single(json), null));
    }

    private Answer<JsonNode> exchange(
            HaloConnection connection, HttpMethod method, String path, byte @Nullable [] body, Sending sending) {
        Optional<String> refusal =
                rules.refusal(connection.resourceServer()).or(() -> rules.refusal(connection.authorizationServer()));
        if (refusal.isPresent()) {
            return new Answer.Ended<>(new CallEnd.NotSent(refusal.get()), null);
        }
        URI uri = URI.create(connection.resourceServer() + "/api" + path);
        Answer<JsonNode> first = withToken(connection, method, uri, body, sending);
        boolean stale = first instanceof Answer.Ended<JsonNode> ended
                && Objects.equals(ended.httpStatus(), 401)
                && sending.sentAt() != null;
        // Once, with a new token: a request that was answered with 401 was not executed.
        return stale ? withToken(connection, method, uri, body, sending) : first;
    }

    private Answer<JsonNode> withToken(
            HaloConnection connection, HttpMethod method, URI uri, byte @Nullable [] body, Sending sending) {
        return tokens.token(connection).then(token -> {
            try {
                HttpReply reply = transport.exchange(
                        method,
                        uri,
                        headers -> {
                            headers.setBearerAuth(token);
                            headers.setAccept(List.of(MediaType.APPLICATION_JSON));
                            headers.setContentType(body == null ? null : MediaType.APPLICATION_JSON);
                        },
                        body,
                        sending::begin);
                if (reply.status() == 401) {
                    tokens.forget(connection, token);
                }
                return HttpEnds.of(reply, time.instant());
            } catch (Sending.TooLateException late) {
                return new Answer.Ended<>(new CallEnd.Expired(), null);
            } catch (HttpTransport.UnansweredException unanswered) {
                String words = Objects.requireNonNullElse(unanswered.getMessage(), "no answer");
                CallEnd end = sending.sentAt() == null ? new CallEnd.NotSent(words) : new CallEnd.Unknown(words);
                return new Answer.Ended<>(end, null);
            }
        });
    }

    private static <T> Answer<T> unknown(String detail) {
        return new Answer.Ended<>(new CallEnd.Unknown(detail), null);
    }
}
