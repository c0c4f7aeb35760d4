package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.ReferencePage;
import dev.sundog.connector.call.TicketNote;
import dev.sundog.connector.connection.HaloConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Halo over HTTP.
 *
 * <p>A status with a note goes as one action, the only form that takes both in one exchange and leaves one entry in the
 * ticket's story. Without a note it goes as an update of the ticket, which is absolute and may be repeated.
 */
final class HttpHaloApi implements HaloApi {

    private final HttpExchange exchange;
    private final HttpActions actions;
    private final HttpReports reports;
    private final HttpReferenceData referenceData;

    HttpHaloApi(HttpExchange exchange) {
        this.exchange = exchange;
        this.actions = new HttpActions(exchange);
        this.reports = new HttpReports(exchange);
        this.referenceData = new HttpReferenceData(exchange);
    }

    @Override
    public Answer<FoundTicket> create(
            HaloConnection connection, Operation.CreateTicket create, String reference, Sending sending) {
        return write(connection, HttpTickets.create(connection, create, reference), sending);
    }

    @Override
    public Answer<FoundTicket> update(
            HaloConnection connection, Operation.UpdateTicket update, String reference, Sending sending) {
        return write(connection, HttpTickets.update(connection, update, reference), sending);
    }

    @Override
    public Answer<FoundTicket> changeStatus(HaloConnection connection, Operation.ChangeStatus change, Sending sending) {
        String note = change.noteHtml();
        return note == null
                ? write(connection, HttpTickets.status(change), sending)
                : actions.add(connection, change.ticketId(), note, change.statusId(), sending);
    }

    @Override
    public Answer<FoundTicket> addNote(HaloConnection connection, Operation.AddNote note, Sending sending) {
        return actions.add(connection, note.ticketId(), note.noteHtml(), null, sending);
    }

    @Override
    public Answer<List<FoundTicket>> addNotes(HaloConnection connection, List<TicketNote> notes, Sending sending) {
        return actions.addAll(connection, notes, sending);
    }

    @Override
    public Answer<HaloRow> show(HaloConnection connection, long ticketId, Sending sending) {
        return detail(connection, ticketId, "&deleted=true", sending).then(json -> row(connection, json));
    }

    @Override
    public Answer<FoundTicket> read(HaloConnection connection, long ticketId, Sending sending) {
        return detail(connection, ticketId, "", sending).then(json -> switch (row(connection, json)) {
            case Answer.Ended<HaloRow> ended -> new Answer.Ended<>(ended.end(), ended.httpStatus());
            case Answer.Got<HaloRow> got
            when HttpTickets.isAsMade(json) -> new Answer.Got<>(got.value().ticket(), null);
            case Answer.Got<HaloRow> got ->
                actions.touched(connection, ticketId, sending)
                        .then(touched -> new Answer.Got<>(got.value().ticket().touched(touched), null));
        });
    }

    @Override
    public Answer<HaloPage> list(HaloConnection connection, Map<String, String> query, Sending sending) {
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange.get(connection, "/Tickets?" + text, sending).then(json -> page(connection, json));
    }

    @Override
    public Answer<List<HaloRow>> report(
            HaloConnection connection, String field, Collection<String> values, Sending sending) {
        return reports.find(connection, field, values, sending);
    }

    @Override
    public Answer<FoundTicket> merge(HaloConnection connection, Operation.MergeTickets merge, Sending sending) {
        return write(connection, HttpTickets.merge(merge), sending)
                .then(ticket -> Objects.equals(ticket.mergedIntoId(), merge.keptTicketId())
                        ? new Answer.Got<>(ticket, null)
                        : new Answer.Ended<>(
                                new CallEnd.Rejected("Halo took the merge and did not carry it out"), null));
    }

    @Override
    public Answer<ReferencePage> reference(HaloConnection connection, Operation.ReadReference read, Sending sending) {
        return referenceData.read(connection, read, sending);
    }

    private Answer<JsonNode> detail(HaloConnection connection, long ticketId, String more, Sending sending) {
        return exchange.get(connection, "/Tickets/" + ticketId + "?includedetails=true" + more, sending)
                .then(json -> new Answer.Got<>(HttpTickets.single(json), null));
    }

    private Answer<FoundTicket> write(HaloConnection connection, Map<String, Object> element, Sending sending) {
        return exchange.post(connection, "/Tickets", List.of(element), sending)
                .then(json -> row(connection, HttpTickets.single(json)))
                .then(row -> new Answer.Got<>(row.ticket(), null));
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

    private static Answer<HaloRow> row(HaloConnection connection, JsonNode json) {
        return HttpTickets.row(connection, json)
                .<Answer<HaloRow>>map(row -> new Answer.Got<>(row, null))
                .orElseGet(() -> unknown("Halo answered without the ticket's id"));
    }

    private static <T> Answer<T> unknown(String detail) {
        return new Answer.Ended<>(new CallEnd.Unknown(detail), null);
    }
}
