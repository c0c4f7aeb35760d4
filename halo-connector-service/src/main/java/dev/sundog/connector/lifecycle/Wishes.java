package dev.sundog.connector.lifecycle;

/** What a wish of routing makes of a ticket. */
final class Wishes {

    private Wishes() {}

    static void requested(Draft draft, Wish wish) {
        if (draft.recent.contains(wish.eventId())) {
            return;
        }
        draft.recent.add(wish.eventId());
        if (draft.recent.size() > TicketState.RECENT) {
            draft.recent.removeFirst();
        }
        if (draft.pending.size() < TicketState.PENDING) {
            draft.pending.add(new Cause(wish.eventId(), wish.acceptedAt(), wish.goal()));
        }
        switch (wish.goal()) {
            case OPEN -> opened(draft, wish);
            case RESOLVED -> resolved(draft, wish);
        }
        Settling.settle(draft);
    }

    private static void opened(Draft draft, Wish wish) {
        draft.firing.add(wish.dedupKey());
        aim(draft, wish);
        draft.occurrences++;
        switch (draft.phase) {
            case Phase.Idle idle -> Settling.begin(draft, idle.want());
            case Phase.Refused refused -> draft.phase = refused.retry();
            case Phase.Held held -> draft.phase = held.retry();
            case Phase.Wanted _,
                    Phase.Creating _,
                    Phase.Unsure _,
                    Phase.Finding _,
                    Phase.Open _,
                    Phase.Changing _,
                    Phase.Over _,
                    Phase.Reopening _ -> {}
        }
    }

    private static void resolved(Draft draft, Wish wish) {
        draft.firing.remove(wish.dedupKey());
        if (!draft.firing.isEmpty()) {
            return;
        }
        aim(draft, wish);
        if (draft.phase instanceof Phase.Held held) {
            draft.phase = held.retry();
        }
    }

    private static void aim(Draft draft, Wish wish) {
        if (!draft.wants(wish.goal())) {
            draft.goalSince = draft.now;
        }
        draft.newest = wish;
    }
}
