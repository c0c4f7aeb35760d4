package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Operation;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What a ticket does with its turn in the lane: one call, or none if nothing is wanted any more. */
final class Turns {

    /** Halo's built-in status "New", for a ticket whose request names none. */
    private static final long STATUS_NEW = 1;

    private Turns() {}

    static void take(Draft draft, Instant notAfter) {
        draft.due = null;
        switch (draft.phase) {
            case Phase.Wanted wanted -> create(draft, wanted, notAfter);
            case Phase.Unsure unsure -> find(draft, unsure, notAfter);
            case Phase.Ticketed ticketed when draft.sight.mustBeRead(draft.now) -> read(draft, ticketed, notAfter);
            case Phase.Open open -> change(draft, open, notAfter);
            case Phase.Over over when draft.wants(Goal.OPEN) -> reopen(draft, over, notAfter);
            case Phase.Idle _,
                    Phase.Folded _,
                    Phase.Creating _,
                    Phase.Finding _,
                    Phase.Refused _,
                    Phase.Changing _,
                    Phase.Reading _,
                    Phase.Reopening _ -> {}
            case Phase.Held _, Phase.Over _, Phase.Parted _ -> Settling.settle(draft);
        }
    }

    /** Its note may go along in another ticket's exchange; all else waits for a turn of its own. */
    static void join(Draft draft, Instant notAfter) {
        boolean note =
                Settling.lack(draft).filter(Change.Note.class::isInstance).isPresent();
        if (draft.phase instanceof Phase.Open open && note && !draft.sight.mustBeRead(draft.now)) {
            draft.due = null;
            change(draft, open, notAfter);
        }
    }

    private static void create(Draft draft, Phase.Wanted wanted, Instant notAfter) {
        Phase.Creating creating = wanted.creating(draft.nextCallId());
        draft.phase = creating;
        draft.send(
                creating.callId(),
                creating.attempt(),
                notAfter,
                new Operation.CreateTicket(
                        draft.newest.fields().below(draft.making.parentId()), draft.making.payload()));
    }

    private static void find(Draft draft, Phase.Unsure unsure, Instant notAfter) {
        Phase.Finding finding = unsure.finding(draft.nextCallId());
        draft.phase = finding;
        draft.send(finding.callId(), finding.looks(), notAfter, new Operation.FindTicket());
    }

    private static void read(Draft draft, Phase.Ticketed ticketed, Instant notAfter) {
        Phase.Reading reading = ticketed.reading(draft.nextCallId());
        draft.sight = draft.sight.looking();
        draft.phase = reading;
        draft.send(
                reading.callId(),
                1,
                notAfter,
                new Operation.ReadTicket(ticketed.ticket().ticketId()));
    }

    private static void change(Draft draft, Phase.Open open, Instant notAfter) {
        Optional<Change> lack = Settling.lack(draft);
        if (lack.isEmpty()) {
            Settling.settle(draft);
        } else if (lack.get() instanceof Change.Close && mustLook(draft)) {
            read(draft, open, notAfter);
        } else {
            Phase.Changing changing = open.changing(draft.nextCallId(), lack.get());
            draft.phase = changing;
            Operation operation = Telling.operation(draft, changing);
            asks(draft, operation);
            draft.send(changing.callId(), changing.attempt(), notAfter, operation);
        }
    }

    /** A ticket is not closed before somebody looked whether a person works on it. */
    private static boolean mustLook(Draft draft) {
        return !draft.newest.rules().closesTouched() && !draft.sight.fresh(draft.now);
    }

    private static void reopen(Draft draft, Phase.Over over, Instant notAfter) {
        Phase.Reopening reopening = over.reopening(draft.nextCallId());
        draft.phase = reopening;
        long ticketId = over.ticket().ticketId();
        long status = Objects.requireNonNullElse(draft.newest.fields().statusId(), STATUS_NEW);
        // A ticket that was left to its agent has the status that the agent gave it: a note must do.
        Operation operation = over.closed()
                ? new Operation.ChangeStatus(
                        ticketId, draft.newest.fields().place(), status, Telling.note(draft, over.noteSpent()))
                : new Operation.AddNote(ticketId, draft.newest.noteHtml());
        asks(draft, operation);
        draft.send(reopening.callId(), reopening.attempt(), notAfter, operation);
    }

    private static void asks(Draft draft, Operation operation) {
        if (operation instanceof Operation.ChangeStatus status) {
            draft.sight = draft.sight.asking(status.statusId());
        }
    }
}
