package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketNote;
import dev.sundog.connector.lane.LaneQueue;
import dev.sundog.connector.lane.Want;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes of several tickets that go to Halo in one exchange. */
final class NoteBatch {

    /** What one exchange carries at most: well below what front ends of Halo were seen to choke on. */
    private static final int CHARACTERS = 60_000;

    private final Tickets tickets;
    private final List<TicketNote> notes = new ArrayList<>();
    private final Call first;
    private int characters;

    private NoteBatch(Tickets tickets, Call first) {
        this.tickets = tickets;
        this.first = first;
    }

    /** The call with the notes of the others that wait along; as it is if it carries no note or nobody else has one. */
    static Call filled(Call call, List<Want> others, Tickets tickets, Instant now) {
        if (!(call.operation() instanceof Operation.AddNote note)) {
            return call;
        }
        NoteBatch batch = new NoteBatch(tickets, call);
        batch.add(call.ticketKey(), note);
        others.forEach(other -> batch.take(other, now));
        return batch.notes.size() == 1 ? call : batch.call();
    }

    /** Keys of the tickets that the call is about, but for its own. */
    static List<String> others(Call call) {
        return call.operation() instanceof Operation.AddNotes together
                ? together.notes().stream().skip(1).map(TicketNote::ticketKey).toList()
                : List.of();
    }

    /**
     * What the end of the whole exchange means for one of its notes. A refusal says nothing of single notes: those before
     * the refused one may be written, so none is written again.
     */
    static Input.CallEnded endOfOne(Input.CallEnded ended, @Nullable TicketState state) {
        TicketRef ticket = state == null ? null : state.phase().ticketRef();
        return new Input.CallEnded(ended.callId(), endOfOne(ended.end(), ticket), ended.latestSend());
    }

    private static CallEnd endOfOne(CallEnd end, @Nullable TicketRef ticket) {
        return switch (end) {
            case CallEnd.Done done ->
                new CallEnd.Done(done.tickets().stream()
                        .filter(found -> ticket != null && found.ticketId() == ticket.ticketId())
                        .toList());
            case CallEnd.NotFound notFound -> refused(notFound.detail());
            case CallEnd.Rejected rejected -> refused(rejected.words());
            case CallEnd.TooLarge tooLarge -> refused(tooLarge.detail());
            case CallEnd.Unknown _,
                    CallEnd.RateLimited _,
                    CallEnd.AuthenticationFailed _,
                    CallEnd.PermissionDenied _,
                    CallEnd.NotSent _,
                    CallEnd.Expired _ -> end;
        };
    }

    private static CallEnd refused(String words) {
        return new CallEnd.Rejected("one of several notes was refused: " + words);
    }

    private void take(Want want, Instant now) {
        if (notes.size() < LaneQueue.NOTES && characters < CHARACTERS) {
            Input.Turn turn = new Input.Turn(first.notAfter(), first.callId());
            Call call = tickets.apply(want.ticketKey(), turn, now);
            if (call != null && call.operation() instanceof Operation.AddNote note) {
                add(want.ticketKey(), note);
            }
        }
    }

    private void add(String ticketKey, Operation.AddNote note) {
        notes.add(new TicketNote(ticketKey, note.ticketId(), note.noteHtml()));
        characters += note.noteHtml().length();
    }

    private Call call() {
        return new Call(
                first.callId(),
                first.ticketKey(),
                first.tenantId(),
                first.connectionId(),
                first.attempt(),
                first.issuedAt(),
                first.notAfter(),
                first.reference(),
                new Operation.AddNotes(notes));
    }
}
