package dev.sundog.connector.lifecycle;

import java.time.Instant;
import java.util.Optional;

/** Compares how a ticket is with how it should be: answers what can be answered now, and says when a turn is wanted. */
final class Settling {

    private Settling() {}

    static void settle(Draft draft) {
        switch (draft.phase) {
            case Phase.Idle _ -> answerWithoutTicket(draft);
            case Phase.Wanted wanted -> wanted(draft, wanted);
            case Phase.Refused refused -> refused(draft, refused);
            case Phase.Open open -> open(draft, open);
            case Phase.Over over -> over(draft, over);
            case Phase.Changing changing -> {
                if (changing.change() instanceof Change.Note) {
                    answerUpdates(draft, changing.ticket());
                }
                draft.due = null;
            }
            case Phase.Held held -> {
                answerUpdates(draft, held.ticket());
                draft.due = null;
            }
            case Phase.Creating _, Phase.Finding _, Phase.Reopening _ -> draft.due = null;
            case Phase.Unsure _ -> {}
        }
    }

    /** A new ticket for the key. */
    static void begin(Draft draft, Phase.Wanted wanted) {
        draft.episode++;
        draft.occurrences = 1;
        draft.told = 0;
        draft.recovered();
        draft.phase = wanted;
    }

    /** What an open ticket lacks; empty when it is as it should be. */
    static Optional<Change> lack(Draft draft) {
        if (draft.wants(Goal.RESOLVED)) {
            return Optional.of(draft.newest.rules().closes() ? new Change.Close() : new Change.Farewell());
        }
        return NoteSchedule.isDue(draft.repeats(), draft.told)
                ? Optional.of(new Change.Note(draft.repeats()))
                : Optional.empty();
    }

    private static void wanted(Draft draft, Phase.Wanted wanted) {
        if (draft.wants(Goal.RESOLVED)) {
            // Halo never heard of it: nothing is sent.
            draft.phase = wanted.dropped();
            answerWithoutTicket(draft);
        } else {
            draft.due = draft.after(draft.goalSince);
        }
    }

    private static void refused(Draft draft, Phase.Refused refused) {
        draft.due = null;
        if (draft.wants(Goal.RESOLVED)) {
            draft.phase = refused.dropped();
            answerWithoutTicket(draft);
        }
    }

    private static void open(Draft draft, Phase.Open open) {
        answerUpdates(draft, open.ticket());
        if (draft.wants(Goal.RESOLVED)) {
            draft.due = draft.after(draft.goalSince.plus(draft.newest.rules().quietPeriod()));
        } else if (lack(draft).isEmpty()) {
            draft.due = null;
        } else if (draft.due == null) {
            draft.due = draft.after(draft.now);
        }
    }

    private static void over(Draft draft, Phase.Over over) {
        if (draft.wants(Goal.RESOLVED)) {
            draft.due = null;
            draft.answer(new TicketNews.Resolved(over.ticket(), over.closed()), _ -> true);
        } else if (mayReopen(draft, over)) {
            draft.due = draft.after(draft.goalSince);
        } else {
            begin(draft, over.another());
            wanted(draft, over.another());
        }
    }

    private static boolean mayReopen(Draft draft, Phase.Over over) {
        Instant end = over.at().plus(draft.newest.rules().reopenWindow());
        return over.tries() > 0 || draft.goalSince.isBefore(end);
    }

    private static void answerWithoutTicket(Draft draft) {
        draft.due = null;
        draft.answer(new TicketNews.Resolved(null, false), _ -> true);
    }

    /** Repeats have their answer at once; a resolution has it when it is carried out. */
    private static void answerUpdates(Draft draft, TicketRef ticket) {
        TicketNews.Detail updated = new TicketNews.Updated(ticket, draft.occurrences);
        boolean lasts = draft.wants(Goal.OPEN);
        draft.answer(updated, cause -> lasts || cause.goal() == Goal.OPEN);
    }
}
