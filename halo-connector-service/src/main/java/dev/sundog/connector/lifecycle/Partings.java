package dev.sundog.connector.lifecycle;

import dev.sundog.event.FailureReason;

/** What follows when a person took a ticket away: closed, deleted or merged it, or said that nothing shall be done. */
final class Partings {

    private Partings() {}

    /** A person took the ticket away. Without a newer wish nothing more is done about the matter. */
    static void part(Draft draft, Phase.Parted parted) {
        draft.phase = parted;
        draft.recovered();
        if (parted.how() == Parting.DELETED && draft.wants(Goal.OPEN)) {
            tellOfDeletion(draft, parted.ticket());
        }
    }

    /** Our ticket is now part of another, which is told from then on. */
    static void follow(Draft draft, Phase.Open open) {
        draft.sight = Sight.following(draft.now);
        draft.phase = open;
        draft.recovered();
        draft.publishOnce(new TicketNews.Updated(open.ticket(), draft.occurrences), cause -> cause.goal() == Goal.OPEN);
    }

    static void settle(Draft draft, Phase.Parted parted) {
        if (draft.wants(Goal.RESOLVED)) {
            finish(draft, parted);
        } else if (draft.goalSince.isAfter(parted.at())) {
            // It was over once since then, and came back.
            finish(draft, parted);
            if (draft.phase instanceof Phase.Idle idle) {
                another(draft, idle.want());
            }
        } else if (draft.occurrences > parted.heard()) {
            repeated(draft, parted);
        } else {
            rest(draft, parted);
        }
    }

    private static void finish(Draft draft, Phase.Parted parted) {
        switch (parted.how()) {
            case CLOSED -> over(draft, parted.over(Phase.Finish.CLOSED_BY_PERSON));
            case WONT_FIX -> over(draft, parted.over(Phase.Finish.WONT_FIX));
            case DELETED, MERGED -> {
                draft.phase = parted.gone();
                if (draft.wants(Goal.RESOLVED)) {
                    Settling.answerWithoutTicket(draft);
                }
            }
        }
    }

    private static void repeated(Draft draft, Phase.Parted parted) {
        PartingRules rules = draft.newest.rules().parting();
        boolean wanted = switch (parted.how()) {
            case DELETED -> rules.deleted() == PartingRules.Deleted.RECREATE;
            case MERGED -> rules.merged() == PartingRules.Merged.RECREATE;
            case CLOSED -> rules.closed() != PartingRules.Closed.RESPECT;
            case WONT_FIX -> false;
        };
        if (!wanted) {
            rest(draft, parted);
        } else if (parted.how() == Parting.CLOSED && rules.closed() == PartingRules.Closed.REOPEN) {
            reopen(draft, parted);
        } else {
            another(draft, parted.another());
        }
    }

    private static void reopen(Draft draft, Phase.Parted parted) {
        if (draft.now.isBefore(parted.at().plus(draft.newest.rules().reopenWindow()))) {
            over(draft, parted.over(Phase.Finish.CLOSED_BY_PERSON));
        } else {
            Settling.afterwards(draft, parted.another(), parted.ticket());
        }
    }

    private static void over(Draft draft, Phase.Over over) {
        draft.phase = over;
        Settling.over(draft, over);
    }

    private static void another(Draft draft, Phase.Wanted wanted) {
        Settling.begin(draft, wanted, Making.WHOLE);
        Settling.wanted(draft, wanted);
    }

    private static void rest(Draft draft, Phase.Parted parted) {
        draft.due = null;
        Settling.answerUpdates(draft, parted.ticket());
    }

    private static void tellOfDeletion(Draft draft, TicketRef ticket) {
        String gone = "Ticket " + ticket.ticketId() + " is not in Halo any more. ";
        if (draft.newest.rules().parting().deleted() == PartingRules.Deleted.RECREATE) {
            draft.failForNow(FailureReason.HALO_REJECTED, gone + "A repeat makes another.", 0);
        } else {
            draft.failForGood(
                    FailureReason.HALO_REJECTED,
                    gone + "There is another when the matter was over once and comes back, or when a person wants one.",
                    0);
        }
    }
}
