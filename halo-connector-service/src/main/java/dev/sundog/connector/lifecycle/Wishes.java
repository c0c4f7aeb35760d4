package dev.sundog.connector.lifecycle;

import dev.sundog.event.FailureReason;

/** What a wish of routing makes of a ticket. */
final class Wishes {

    private Wishes() {}

    static void requested(Draft draft, Wish wish) {
        if (draft.recent.contains(wish.eventId())) {
            return;
        }
        Draft.append(draft.recent, wish.eventId(), TicketState.RECENT);
        await(draft, new Cause(wish.eventId(), wish.acceptedAt(), wish.goal()));
        switch (wish.goal()) {
            case OPEN -> opened(draft, wish);
            case RESOLVED -> resolved(draft, wish);
        }
        Settling.settle(draft);
    }

    /** The event waits for its answer; where too many do, it gets one at once, so that none is without. */
    private static void await(Draft draft, Cause cause) {
        if (draft.pending.size() < TicketState.PENDING) {
            draft.pending.add(cause);
        } else {
            draft.answerAlone(
                    new TicketNews.Failed(
                            FailureReason.HALO_UNAVAILABLE,
                            "More than " + TicketState.PENDING
                                    + " events of this matter wait for its ticket; this one is counted and waits no more.",
                            true,
                            0),
                    cause);
        }
    }

    private static void opened(Draft draft, Wish wish) {
        draft.firing.add(wish.dedupKey());
        if (draft.wants(Goal.RESOLVED) && draft.sight.madeAt() != null) {
            draft.flaps = draft.flaps.cameBack(wish.rules().flapping(), draft.now);
        }
        aim(draft, wish);
        draft.occurrences++;
        if (draft.phase instanceof Phase.Idle idle) {
            Settling.begin(draft, idle.want(), Making.WHOLE);
        } else {
            renew(draft);
        }
    }

    private static void resolved(Draft draft, Wish wish) {
        draft.firing.remove(wish.dedupKey());
        if (!draft.firing.isEmpty()) {
            return;
        }
        aim(draft, wish);
        renew(draft);
    }

    /** A newer wish is reason to try again what Halo refused. */
    private static void renew(Draft draft) {
        switch (draft.phase) {
            case Phase.Refused refused when draft.wants(Goal.OPEN) -> draft.phase = refused.retry();
            case Phase.Held held -> draft.phase = held.retry();
            case Phase.Reading reading -> draft.phase = reading.retry();
            case Phase _ -> {}
        }
    }

    private static void aim(Draft draft, Wish wish) {
        if (!draft.wants(wish.goal())) {
            draft.goalSince = draft.now;
        }
        draft.newest = wish;
    }
}
