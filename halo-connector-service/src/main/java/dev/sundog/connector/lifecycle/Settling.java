package dev.sundog.connector.lifecycle;

import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Compares how a ticket is with how it should be: answers what can be answered now, and says when a turn is wanted. */
final class Settling {

    private Settling() {}

    static void settle(Draft draft) {
        switch (draft.phase) {
            case Phase.Idle _ -> answerWithoutTicket(draft);
            case Phase.Folded folded -> Foldings.settle(draft, folded);
            case Phase.Wanted wanted -> wanted(draft, wanted);
            case Phase.Refused refused -> refused(draft, refused);
            case Phase.Open open -> open(draft, open);
            case Phase.Over over -> over(draft, over);
            case Phase.Parted parted -> Partings.settle(draft, parted);
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
            case Phase.Creating _, Phase.Finding _, Phase.Reopening _, Phase.Reading _ -> draft.due = null;
            case Phase.Unsure _ -> {}
        }
        Instant read = draft.sight.readFrom(draft.now);
        if (draft.phase instanceof Phase.Ticketed && read != null) {
            draft.due = earlier(draft.due == null ? Instant.MAX : draft.due, draft.after(read));
        }
    }

    /** A new ticket for the key. */
    static void begin(Draft draft, Phase.Wanted wanted, Making making) {
        draft.episode++;
        draft.occurrences = 1;
        draft.told = 0;
        draft.toldAt = null;
        draft.making = making;
        draft.sight = Sight.NONE;
        draft.recovered();
        draft.phase = wanted;
    }

    /** What an open ticket lacks by now; empty when it is as it should be. */
    static Optional<Change> lack(Draft draft) {
        if (draft.wants(Goal.RESOLVED)) {
            return endsAt(draft).isAfter(draft.now) ? Optional.empty() : Optional.of(ending(draft));
        }
        boolean rewrites = draft.identity.isStorm();
        return noteAt(draft)
                .filter(at -> !at.isAfter(draft.now))
                .map(_ -> rewrites ? new Change.Rewrite(draft.repeats()) : new Change.Note(draft.repeats()));
    }

    static void wanted(Draft draft, Phase.Wanted wanted) {
        if (draft.wants(Goal.RESOLVED) && !draft.newest.rules().createsUnsent()) {
            // Halo never heard of it: nothing is sent.
            draft.phase = wanted.dropped();
            answerWithoutTicket(draft);
        } else {
            draft.due = draft.after(draft.goalSince);
        }
    }

    static void over(Draft draft, Phase.Over over) {
        if (draft.wants(Goal.RESOLVED)) {
            draft.due = null;
            draft.answer(new TicketNews.Resolved(over.ticket(), over.finish() == Phase.Finish.CLOSED), _ -> true);
        } else if (mayReopen(draft, over)) {
            draft.due = draft.after(draft.goalSince);
        } else {
            afterwards(draft, over.another(), over.ticket());
        }
    }

    /** The window for reopening has passed: a new ticket, below the old one where the rules say so. */
    static void afterwards(Draft draft, Phase.Wanted wanted, TicketRef old) {
        boolean child = draft.newest.rules().childAfterwards();
        begin(draft, wanted, child ? Making.below(old.ticketId()) : Making.WHOLE);
        wanted(draft, wanted);
    }

    static void answerWithoutTicket(Draft draft) {
        draft.due = null;
        draft.answer(new TicketNews.Resolved(null, false), _ -> true);
    }

    /** Repeats have their answer at once; a resolution has it when it is carried out. */
    static void answerUpdates(Draft draft, TicketRef ticket) {
        TicketNews.Detail updated = new TicketNews.Updated(ticket, draft.occurrences);
        boolean lasts = draft.wants(Goal.OPEN);
        draft.answer(updated, cause -> lasts || cause.goal() == Goal.OPEN);
    }

    private static void refused(Draft draft, Phase.Refused refused) {
        draft.due = null;
        if (draft.wants(Goal.RESOLVED)) {
            draft.phase = refused.dropped();
            answerWithoutTicket(draft);
        } else {
            // One of several matters is over: no reason to ask Halo again, and nothing more to come for this event.
            draft.answer(
                    new TicketNews.Failed(
                            FailureReason.HALO_REJECTED,
                            "Halo refused the ticket that this matter shares with others.",
                            false,
                            refused.attempt()),
                    _ -> true);
        }
    }

    private static void open(Draft draft, Phase.Open open) {
        answerUpdates(draft, open.ticket());
        if (draft.wants(Goal.RESOLVED)) {
            draft.due = draft.after(endsAt(draft));
        } else {
            Instant inLine = draft.due == null ? draft.now : earlier(draft.due, draft.now);
            draft.due = noteAt(draft)
                    .map(at -> draft.after(at.isAfter(inLine) ? at : inLine))
                    .orElse(null);
        }
    }

    /** Closing waits for the quiet period, and while the matter flaps until it is calm. */
    private static Instant endsAt(Draft draft) {
        LifeRules rules = draft.newest.rules();
        Duration calm = draft.flaps.flapping() ? rules.flapping().window() : Duration.ZERO;
        Duration quiet = rules.quietPeriod();
        return draft.goalSince.plus(quiet.compareTo(calm) > 0 ? quiet : calm);
    }

    /** A flapping matter gets one note for all, when it is calm. */
    private static Optional<Instant> noteAt(Draft draft) {
        LifeRules rules = draft.newest.rules();
        if (draft.identity.isStorm()) {
            return draft.repeats() > draft.told ? Optional.of(Instant.EPOCH) : Optional.empty();
        }
        return draft.flaps.flapping()
                ? Optional.of(draft.goalSince.plus(rules.flapping().window()))
                : NoteSchedule.due(draft.repeats(), draft.told, draft.toldAt, rules.noteInterval());
    }

    private static Change ending(Draft draft) {
        LifeRules rules = draft.newest.rules();
        boolean ours = rules.closesTouched() || !draft.sight.touched();
        boolean young = !draft.sight.olderThan(rules.closeWithin(), draft.now);
        return rules.closes() && ours && young && !draft.sight.followed() ? new Change.Close() : new Change.Farewell();
    }

    private static boolean mayReopen(Draft draft, Phase.Over over) {
        Instant end = over.at().plus(draft.newest.rules().reopenWindow());
        return over.finish() != Phase.Finish.WONT_FIX && (over.tries() > 0 || draft.goalSince.isBefore(end));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
