package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.event.FailureReason;
import java.time.Instant;

/** What a look at the ticket in Halo makes of it. */
final class Sightings {

    private Sightings() {}

    static void hinted(Draft draft, Input.Hinted hinted) {
        draft.sight = draft.sight.hinted(hinted.statusId());
        Settling.settle(draft);
    }

    static void read(Draft draft, Phase.Reading reading, CallEnd end, Instant askedAt) {
        Phase.Ticketed from = reading.from();
        draft.phase = from;
        switch (end) {
            case CallEnd.Done done
            when !done.tickets().isEmpty() -> {
                draft.recovered();
                saw(draft, from, done.tickets().getFirst(), askedAt);
            }
            case CallEnd.NotFound _ -> deleted(draft, from, draft.occurrences);
            case CallEnd.Done _, CallEnd.Rejected _, CallEnd.TooLarge _ ->
                draft.sight = draft.sight.unreadable(draft.now);
            case CallEnd.NotSent _, CallEnd.Expired _, CallEnd.RateLimited _ -> again(draft);
            case CallEnd.Unknown _ -> {
                again(draft);
                draft.pause(Backoff.STATUS.after(1));
            }
            case CallEnd.AuthenticationFailed failed -> {
                again(draft);
                Endings.misconfigured(draft, FailureReason.AUTHENTICATION_FAILED, failed.detail(), 1);
            }
            case CallEnd.PermissionDenied denied -> {
                again(draft);
                Endings.misconfigured(draft, FailureReason.PERMISSION_DENIED, denied.detail(), 1);
            }
        }
    }

    private static void again(Draft draft) {
        draft.sight = draft.sight.hinted(null);
    }

    /**
     * Halo showed the ticket.
     *
     * @param askedAt when it was asked
     */
    static void saw(Draft draft, Phase.Ticketed from, FoundTicket found, Instant askedAt) {
        if (found.deleted()) {
            deleted(draft, from, draft.occurrences);
            return;
        }
        boolean ours = draft.sight.isOurs(found);
        tellOfStatus(draft, found);
        draft.sight = draft.sight.read(found, askedAt, draft.now);
        if (found.mergedIntoId() != null) {
            merged(draft, from, other(found, found.mergedIntoId()));
        } else {
            draft.phase = compared(draft, renamed(from, new TicketRef(found.ticketId(), found.url())), found, ours);
        }
    }

    /**
     * The ticket is not in Halo any more.
     *
     * @param heard how often the matter had been reported when it was deleted, as far as that is known
     */
    static void deleted(Draft draft, Phase.Ticketed from, long heard) {
        draft.sight = draft.sight.unreadable(draft.now);
        switch (from) {
            case Phase.Over over -> gone(draft, over);
            case Phase.Open open -> Partings.part(draft, open.parted(draft.now, Parting.DELETED, heard));
            case Phase.Held held -> Partings.part(draft, held.retry().parted(draft.now, Parting.DELETED, heard));
            case Phase.Parted parted -> draft.phase = parted.as(Parting.DELETED);
        }
    }

    /** There is nothing left to open again. */
    private static void gone(Draft draft, Phase.Over over) {
        if (draft.wants(Goal.OPEN)) {
            Settling.begin(draft, over.another(), Making.WHOLE);
        } else {
            draft.phase = over.gone();
        }
    }

    private static void tellOfStatus(Draft draft, FoundTicket found) {
        if (found.statusId() != null && draft.sight.surprising(found)) {
            draft.tell(new TicketNews.StatusChanged(
                    new TicketRef(found.ticketId(), found.url()),
                    found.statusId(),
                    found.statusName() == null ? "" : found.statusName(),
                    draft.words.of(found)));
        }
    }

    private static void merged(Draft draft, Phase.Ticketed from, TicketRef other) {
        boolean follow = draft.newest.rules().parting().merged() == PartingRules.Merged.FOLLOW;
        switch (from) {
            case Phase.Open open -> merged(draft, open, other, follow);
            case Phase.Held held -> merged(draft, held.retry(), other, follow);
            case Phase.Over over -> gone(draft, over);
            case Phase.Parted parted -> draft.phase = parted.as(Parting.MERGED);
        }
    }

    private static void merged(Draft draft, Phase.Open open, TicketRef other, boolean follow) {
        if (follow) {
            Partings.follow(draft, open.following(other));
        } else {
            Partings.part(draft, open.parted(draft.now, Parting.MERGED, draft.occurrences));
        }
    }

    /** A ticket's address ends with its number. */
    private static TicketRef other(FoundTicket found, long otherId) {
        String number = String.valueOf(found.ticketId());
        String url = found.url();
        boolean usual = url.endsWith(number);
        return new TicketRef(otherId, usual ? url.substring(0, url.length() - number.length()) + otherId : url);
    }

    /** The same phase with the address that Halo shows. */
    private static Phase.Ticketed renamed(Phase.Ticketed from, TicketRef ticket) {
        return switch (from) {
            case Phase.Open open -> open.renamed(ticket);
            case Phase.Held held -> held.renamed(ticket);
            case Phase.Over _, Phase.Parted _ -> from;
        };
    }

    private static Phase compared(Draft draft, Phase.Ticketed from, FoundTicket found, boolean ours) {
        return switch (from) {
            case Phase.Open open -> lasting(draft, open, found, ours);
            case Phase.Held held -> isEnded(draft, found) ? lasting(draft, held.retry(), found, ours) : held;
            case Phase.Over over
            when ours && !isEnded(draft, found) ->
                over.opened(draft.wants(Goal.RESOLVED) && over.toldOf(draft.goalSince));
            case Phase.Over over -> over.finished(finish(draft, over, found, ours));
            case Phase.Parted parted -> isEnded(draft, found) ? parted : parted.open();
        };
    }

    private static Phase lasting(Draft draft, Phase.Open open, FoundTicket found, boolean ours) {
        boolean wontFix = draft.words.isWontFix(found);
        if (!isEnded(draft, found)) {
            return open;
        }
        if (draft.wants(Goal.RESOLVED)) {
            Phase.Finish byPerson = wontFix ? Phase.Finish.WONT_FIX : Phase.Finish.CLOSED_BY_PERSON;
            return open.over(draft.now, ours ? Phase.Finish.CLOSED : byPerson);
        }
        if (ours && !wontFix) {
            // Our own closing, carried out after the matter came back.
            return open.closedLate(draft.now);
        }
        return open.parted(draft.now, wontFix ? Parting.WONT_FIX : Parting.CLOSED, draft.occurrences);
    }

    private static Phase.Finish finish(Draft draft, Phase.Over over, FoundTicket found, boolean ours) {
        if (draft.words.isWontFix(found) && !ours) {
            return Phase.Finish.WONT_FIX;
        }
        if (!draft.words.isClosed(found)) {
            return Phase.Finish.LEFT;
        }
        return over.finish() == Phase.Finish.LEFT ? Phase.Finish.CLOSED_BY_PERSON : over.finish();
    }

    private static boolean isEnded(Draft draft, FoundTicket found) {
        return draft.words.isClosed(found) || draft.words.isWontFix(found);
    }
}
