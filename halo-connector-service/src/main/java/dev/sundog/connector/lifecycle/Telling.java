package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Operation;
import org.jspecify.annotations.Nullable;

/** What a change of a ticket tells Halo. */
final class Telling {

    private Telling() {}

    static Operation operation(Draft draft, Phase.Changing changing) {
        long ticketId = changing.ticket().ticketId();
        return switch (changing.change()) {
            case Change.Note note -> new Operation.AddNote(ticketId, counted(draft, note));
            case Change.Rewrite _ ->
                new Operation.UpdateTicket(ticketId, draft.newest.fields(), draft.making.payload());
            case Change.Farewell _ -> new Operation.AddNote(ticketId, draft.newest.noteHtml() + whyOpen(draft));
            case Change.Close _ ->
                new Operation.ChangeStatus(
                        ticketId,
                        draft.newest.fields().place(),
                        draft.newest.rules().closedStatusId(),
                        note(draft, changing.noteSpent()));
        };
    }

    /** Null where the note may have been written already, or says nothing. */
    static @Nullable String note(Draft draft, boolean spent) {
        String text = flapped(draft) + draft.newest.noteHtml();
        return spent || text.isBlank() ? null : text;
    }

    private static String counted(Draft draft, Change.Note note) {
        return flapped(draft) + "<p>Reported " + (note.repeats() + 1) + " times so far.</p>" + draft.newest.noteHtml();
    }

    private static String flapped(Draft draft) {
        return draft.flaps.flapping()
                ? "<p>It ended and came back " + draft.flaps.count() + " times since " + draft.flaps.since()
                        + "; it is calm now.</p>"
                : "";
    }

    private static String whyOpen(Draft draft) {
        LifeRules rules = draft.newest.rules();
        if (!rules.closes() || draft.sight.followed()) {
            return flapped(draft);
        }
        return flapped(draft)
                + (draft.sight.touched() && !rules.closesTouched()
                        ? "<p>A person worked on this ticket, so it is left open.</p>"
                        : "<p>This ticket is too old to be closed by itself, so it is left open.</p>");
    }
}
