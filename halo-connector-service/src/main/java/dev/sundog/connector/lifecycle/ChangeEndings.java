package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.event.FailureReason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What the end of a status change or a note makes of a ticket. */
final class ChangeEndings {

    private ChangeEndings() {}

    static void changed(Draft draft, Phase.Changing changing, CallEnd end, Instant executedBy) {
        draft.sight = draft.sight.after(end, executedBy);
        switch (end) {
            case CallEnd.Done done -> done(draft, changing, done);
            case CallEnd.Rejected rejected -> rejected(draft, changing, rejected.words());
            case CallEnd.TooLarge tooLarge -> rejected(draft, changing, tooLarge.detail());
            case CallEnd.NotFound _ -> {
                // A note is about a repeat that came after the deletion.
                long heard = draft.occurrences - (changing.change() instanceof Change.Note ? 1 : 0);
                Sightings.deleted(draft, changing.notExecuted(), heard);
            }
            case CallEnd.NotSent _, CallEnd.Expired _, CallEnd.RateLimited _ -> draft.phase = changing.notExecuted();
            case CallEnd.Unknown _ -> unknown(draft, changing);
            case CallEnd.AuthenticationFailed failed -> {
                draft.phase = changing.notExecuted();
                Endings.misconfigured(draft, FailureReason.AUTHENTICATION_FAILED, failed.detail(), changing.attempt());
            }
            case CallEnd.PermissionDenied denied -> {
                draft.phase = changing.notExecuted();
                Endings.misconfigured(draft, FailureReason.PERMISSION_DENIED, denied.detail(), changing.attempt());
            }
        }
    }

    static void reopened(Draft draft, Phase.Reopening reopening, CallEnd end, Instant executedBy) {
        draft.sight = draft.sight.after(end, executedBy);
        switch (end) {
            case CallEnd.Done done
            when reopening.from().closed() && !reopening.from().noteSpent() && leftClosed(draft, done) ->
                // Halo took the note and not the status. The status alone is absolute.
                draft.phase = reopening.withoutNote();
            case CallEnd.Done _ -> {
                draft.recovered();
                draft.phase = reopening.reopened();
                draft.told = draft.repeats();
                draft.toldAt = draft.now;
                draft.publishOnce(
                        new TicketNews.Reopened(reopening.from().ticket()), cause -> cause.goal() == Goal.OPEN);
            }
            case CallEnd.Rejected _, CallEnd.TooLarge _
            when draft.sight.doubt() != null -> {
                // An earlier try may have opened it: that is seen first.
                draft.phase = reopening.withoutNote();
                draft.notBefore = draft.sight.readFrom(draft.now);
            }
            // A ticket that Halo does not open again is left as it is; the matter gets another.
            case CallEnd.Rejected _, CallEnd.TooLarge _, CallEnd.NotFound _ ->
                Settling.begin(draft, reopening.another(), Making.WHOLE);
            case CallEnd.NotSent _, CallEnd.Expired _, CallEnd.RateLimited _ -> draft.phase = reopening.notExecuted();
            case CallEnd.Unknown _ -> {
                if (reopening.from().closed()) {
                    draft.phase = reopening.withoutNote();
                    draft.pause(Backoff.STATUS.after(reopening.attempt()));
                } else {
                    reopened(draft, reopening, new CallEnd.Done(List.of()), executedBy);
                }
            }
            case CallEnd.AuthenticationFailed failed -> {
                draft.phase = reopening.notExecuted();
                Endings.misconfigured(draft, FailureReason.AUTHENTICATION_FAILED, failed.detail(), reopening.attempt());
            }
            case CallEnd.PermissionDenied denied -> {
                draft.phase = reopening.notExecuted();
                Endings.misconfigured(draft, FailureReason.PERMISSION_DENIED, denied.detail(), reopening.attempt());
            }
        }
    }

    private static void done(Draft draft, Phase.Changing changing, CallEnd.Done done) {
        draft.recovered();
        switch (changing.change()) {
            case Change.Note note -> told(draft, changing, note.repeats());
            case Change.Rewrite rewrite -> told(draft, changing, rewrite.repeats());
            case Change.Farewell _ -> over(draft, changing, Phase.Finish.LEFT);
            case Change.Close _ -> {
                if (!changing.noteSpent() && leftOpen(draft, done)) {
                    // Halo took the note and not the status. The status alone is absolute.
                    draft.phase = changing.withoutNote();
                } else {
                    over(draft, changing, Phase.Finish.CLOSED);
                }
            }
        }
    }

    private static void unknown(Draft draft, Phase.Changing changing) {
        switch (changing.change()) {
            // A note is never sent twice blindly: it counts as told.
            case Change.Note note -> told(draft, changing, note.repeats());
            case Change.Farewell _ -> over(draft, changing, Phase.Finish.LEFT);
            case Change.Rewrite _ -> {
                draft.phase = changing.notExecuted();
                draft.pause(Backoff.STATUS.after(changing.attempt()));
            }
            case Change.Close _ -> {
                draft.phase = changing.withoutNote();
                draft.pause(Backoff.STATUS.after(changing.attempt()));
            }
        }
    }

    private static void rejected(Draft draft, Phase.Changing changing, String words) {
        switch (changing.change()) {
            case Change.Note note -> {
                draft.effect(new Effect.NoteRefused(words));
                told(draft, changing, note.repeats());
            }
            case Change.Rewrite rewrite -> {
                draft.effect(new Effect.NoteRefused(words));
                told(draft, changing, rewrite.repeats());
            }
            case Change.Close _ when !changing.noteSpent() -> draft.phase = changing.withoutNote();
            case Change.Close _, Change.Farewell _ -> {
                draft.phase = changing.held();
                draft.failForGood(FailureReason.HALO_REJECTED, words, changing.attempt());
            }
        }
    }

    private static void told(Draft draft, Phase.Changing changing, long repeats) {
        draft.told = repeats;
        draft.toldAt = draft.now;
        draft.phase = changing.changed();
        draft.due = null;
        calmed(draft);
    }

    /** What was told of flapping is told, unless it came back meanwhile. */
    private static void calmed(Draft draft) {
        if (!draft.goalSince.plus(draft.newest.rules().flapping().window()).isAfter(draft.now)) {
            draft.flaps = Flaps.NONE;
        }
    }

    private static void over(Draft draft, Phase.Changing changing, Phase.Finish finish) {
        boolean closed = finish == Phase.Finish.CLOSED;
        draft.phase = changing.over(draft.now, finish);
        draft.due = null;
        calmed(draft);
        draft.publishOnce(new TicketNews.Resolved(changing.ticket(), closed), untilLastResolution(draft));
        draft.answer(new TicketNews.Resolved(changing.ticket(), closed), cause -> cause.goal() == Goal.RESOLVED);
    }

    /** Events up to the resolution have their end with it; what came later wants the ticket again. */
    private static Predicate<Cause> untilLastResolution(Draft draft) {
        int last = -1;
        for (int index = 0; index < draft.pending.size(); index++) {
            last = draft.pending.get(index).goal() == Goal.RESOLVED ? index : last;
        }
        Set<Cause> until = Set.copyOf(draft.pending.subList(0, last + 1));
        return until::contains;
    }

    private static boolean leftClosed(Draft draft, CallEnd.Done done) {
        return done.tickets().stream().anyMatch(draft.words::isClosed);
    }

    private static boolean leftOpen(Draft draft, CallEnd.Done done) {
        long wanted = draft.newest.rules().closedStatusId();
        return done.tickets().stream()
                .anyMatch(ticket -> !ticket.closed()
                        && ticket.statusId() != null
                        && Objects.requireNonNull(ticket.statusId()) != wanted);
    }
}
