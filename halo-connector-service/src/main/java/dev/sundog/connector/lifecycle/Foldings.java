package dev.sundog.connector.lifecycle;

import org.jspecify.annotations.Nullable;

/** What becomes of a matter that lives in the ticket of a storm: it is answered like any other, and costs no call. */
final class Foldings {

    private Foldings() {}

    /** Only what Halo was never asked for can be folded. */
    static void folded(Draft draft, Input.Folded folded) {
        if (draft.phase instanceof Phase.Wanted wanted && wanted.tries() == 0) {
            draft.phase = wanted.folded(folded.generation(), draft.now, null);
            draft.due = null;
            housed(draft, folded.ticket());
        }
    }

    static void housed(Draft draft, @Nullable TicketRef ticket) {
        if (ticket != null && draft.phase instanceof Phase.Folded folded && folded.ticket() == null) {
            draft.recovered();
            draft.phase = folded.housed(ticket);
            TicketNews.Detail created =
                    new TicketNews.Created(ticket, draft.newest.fields().summary());
            draft.publishOnce(created, cause -> cause.goal() == Goal.OPEN);
        }
        Settling.settle(draft);
    }

    static void unhoused(Draft draft, TicketNews.Failed why) {
        if (!(draft.phase instanceof Phase.Folded)) {
            return;
        }
        if (why.retryable()) {
            draft.failForNow(why.reason(), why.detail(), why.attempts());
        } else {
            draft.failForGood(why.reason(), why.detail(), why.attempts());
        }
    }

    static void unfolded(Draft draft) {
        if (draft.phase instanceof Phase.Folded folded && folded.over()) {
            draft.phase = folded.unfolded();
        }
    }

    static void settle(Draft draft, Phase.Folded folded) {
        draft.due = null;
        TicketRef ticket = folded.ticket();
        if (ticket == null) {
            if (draft.wants(Goal.RESOLVED)) {
                // Halo never heard of it.
                draft.phase = folded.unfolded();
                Settling.answerWithoutTicket(draft);
            }
        } else if (draft.wants(Goal.RESOLVED)) {
            draft.phase = folded.ended();
            draft.answer(new TicketNews.Resolved(ticket, false), _ -> true);
        } else if (folded.over()) {
            draft.phase = folded.resumed();
            draft.publishOnce(new TicketNews.Reopened(ticket), cause -> cause.goal() == Goal.OPEN);
            Settling.answerUpdates(draft, ticket);
        } else {
            Settling.answerUpdates(draft, ticket);
        }
    }
}
