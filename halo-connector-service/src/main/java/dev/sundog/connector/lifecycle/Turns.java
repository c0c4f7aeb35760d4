package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Operation;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a ticket does with its turn in the lane: one call, or none if nothing is wanted any more. */
final class Turns {

    /** Halo's built-in status "New", for a ticket whose request names none. */
    private static final long STATUS_NEW = 1;

    private Turns() {}

    static void take(Draft draft, Instant notAfter) {
        switch (draft.phase) {
            case Phase.Wanted wanted -> create(draft, wanted, notAfter);
            case Phase.Unsure unsure -> find(draft, unsure, notAfter);
            case Phase.Open open -> change(draft, open, notAfter);
            case Phase.Over over -> reopen(draft, over, notAfter);
            case Phase.Idle _,
                    Phase.Creating _,
                    Phase.Finding _,
                    Phase.Refused _,
                    Phase.Changing _,
                    Phase.Held _,
                    Phase.Reopening _ -> draft.due = null;
        }
    }

    private static void create(Draft draft, Phase.Wanted wanted, Instant notAfter) {
        Phase.Creating creating = wanted.creating(draft.nextCallId());
        draft.phase = creating;
        draft.send(creating.callId(), creating.attempt(), notAfter, new Operation.CreateTicket(draft.newest.fields()));
    }

    private static void find(Draft draft, Phase.Unsure unsure, Instant notAfter) {
        Phase.Finding finding = unsure.finding(draft.nextCallId());
        draft.phase = finding;
        draft.send(finding.callId(), finding.looks(), notAfter, new Operation.FindTicket());
    }

    private static void change(Draft draft, Phase.Open open, Instant notAfter) {
        draft.due = null;
        Settling.lack(draft).ifPresent(change -> {
            Phase.Changing changing = open.changing(draft.nextCallId(), change);
            draft.phase = changing;
            draft.send(changing.callId(), changing.attempt(), notAfter, operation(draft, changing));
        });
    }

    private static Operation operation(Draft draft, Phase.Changing changing) {
        long ticketId = changing.ticket().ticketId();
        return switch (changing.change()) {
            case Change.Note note -> new Operation.AddNote(ticketId, counted(draft, note));
            case Change.Farewell _ -> new Operation.AddNote(ticketId, draft.newest.noteHtml());
            case Change.Close _ ->
                new Operation.ChangeStatus(
                        ticketId,
                        draft.newest.fields().place(),
                        draft.newest.rules().closedStatusId(),
                        note(draft, changing.noteSpent()));
        };
    }

    private static void reopen(Draft draft, Phase.Over over, Instant notAfter) {
        draft.due = null;
        if (draft.wants(Goal.RESOLVED)) {
            return;
        }
        Phase.Reopening reopening = over.reopening(draft.nextCallId());
        draft.phase = reopening;
        long ticketId = over.ticket().ticketId();
        long status = Objects.requireNonNullElse(draft.newest.fields().statusId(), STATUS_NEW);
        // A ticket that was left to its agent has the status that the agent gave it: a note must do.
        Operation operation = over.closed()
                ? new Operation.ChangeStatus(
                        ticketId, draft.newest.fields().place(), status, note(draft, over.noteSpent()))
                : new Operation.AddNote(ticketId, draft.newest.noteHtml());
        draft.send(reopening.callId(), reopening.attempt(), notAfter, operation);
    }

    private static @Nullable String note(Draft draft, boolean spent) {
        return spent || draft.newest.noteHtml().isBlank() ? null : draft.newest.noteHtml();
    }

    private static String counted(Draft draft, Change.Note note) {
        return "<p>Reported " + (note.repeats() + 1) + " times so far.</p>" + draft.newest.noteHtml();
    }
}
