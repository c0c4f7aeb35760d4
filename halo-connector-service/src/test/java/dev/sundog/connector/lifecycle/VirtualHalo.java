package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A Halo in memory that does what it is asked at once, and remembers. */
final class VirtualHalo {

    /** One ticket. */
    static final class Held {
        final long ticketId;
        final String reference;
        final List<String> notes = new ArrayList<>();
        String summary;
        String detailsHtml;
        boolean closed;

        Held(long ticketId, String reference, TicketFields fields) {
            this.ticketId = ticketId;
            this.reference = reference;
            this.summary = fields.summary();
            this.detailsHtml = fields.detailsHtml();
        }
    }

    final Map<Long, Held> tickets = new TreeMap<>();
    int requests;

    CallEnd answer(Call call) {
        requests += call.operation().requests();
        return switch (call.operation()) {
            case Operation.CreateTicket create -> created(call.reference(), create.fields());
            case Operation.UpdateTicket update -> {
                Held held = held(update.ticketId());
                held.summary = update.fields().summary();
                held.detailsHtml = update.fields().detailsHtml();
                yield done(held);
            }
            case Operation.ChangeStatus change -> {
                Held held = held(change.ticketId());
                held.closed = change.statusId() == 9;
                if (change.noteHtml() != null) {
                    held.notes.add(change.noteHtml());
                }
                yield done(held);
            }
            case Operation.AddNote note -> noted(note.ticketId(), note.noteHtml());
            case Operation.AddNotes notes -> {
                notes.notes().forEach(note -> noted(note.ticketId(), note.noteHtml()));
                yield new CallEnd.Done(List.of());
            }
            case Operation.ReadTicket read -> done(held(read.ticketId()));
            case Operation.FindTicket _ ->
                new CallEnd.Done(tickets.values().stream()
                        .filter(held -> held.reference.equals(call.reference()))
                        .map(VirtualHalo::found)
                        .toList());
            case Operation.ListChanged _,
                    Operation.FindDuplicates _,
                    Operation.MergeTickets _,
                    Operation.ReadReference _ -> new CallEnd.Done(List.of());
        };
    }

    private CallEnd created(String reference, TicketFields fields) {
        Held held = new Held(tickets.size() + 1, reference, fields);
        tickets.put(held.ticketId, held);
        return done(held);
    }

    private CallEnd noted(long ticketId, String noteHtml) {
        held(ticketId).notes.add(noteHtml);
        return done(held(ticketId));
    }

    private Held held(long ticketId) {
        return Objects.requireNonNull(tickets.get(ticketId));
    }

    private static CallEnd done(Held held) {
        return new CallEnd.Done(List.of(found(held)));
    }

    private static FoundTicket found(Held held) {
        return new FoundTicket(
                held.ticketId,
                "https://halo/ticket?id=" + held.ticketId,
                held.closed ? 9L : 1L,
                held.closed ? "Closed" : "New",
                held.closed,
                held.reference,
                null,
                null,
                false,
                false,
                null);
    }
}
