package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What the end of a create or of its look-up makes of a ticket; {@link ChangeEndings} has the rest. */
final class Endings {

    private final DeliveryTimes times;

    Endings(DeliveryTimes times) {
        this.times = times;
    }

    void ended(Draft draft, Input.CallEnded ended) {
        String callId = ended.callId();
        Instant executedBy = ended.latestSend().plus(times.quarantine());
        switch (draft.phase) {
            case Phase.Creating creating when creating.callId().equals(callId) -> created(draft, creating, ended);
            case Phase.Finding finding when finding.callId().equals(callId) -> looked(draft, finding, ended.end());
            case Phase.Finding finding when finding.createId().equals(callId) -> late(draft, finding.late(), ended);
            case Phase.Unsure unsure when unsure.createId().equals(callId) -> late(draft, unsure.late(), ended);
            case Phase.Changing changing
            when changing.callId().equals(callId) -> ChangeEndings.changed(draft, changing, ended.end(), executedBy);
            case Phase.Reopening reopening
            when reopening.callId().equals(callId) -> ChangeEndings.reopened(draft, reopening, ended.end(), executedBy);
            case Phase.Reading reading
            when reading.callId().equals(callId) -> Sightings.read(draft, reading, ended.end(), ended.latestSend());
            case Phase _ when draft.lost.contains(callId) -> LostCreates.ended(draft, ended);
            case Phase _ -> {
                return;
            }
        }
        Settling.settle(draft);
    }

    private void created(Draft draft, Phase.Creating creating, Input.CallEnded ended) {
        switch (ended.end()) {
            case CallEnd.Done done
            when !done.tickets().isEmpty() -> {
                FoundTicket ticket = done.tickets().getFirst();
                made(draft, creating.created(ref(ticket)), ticket);
            }
            case CallEnd.Done _, CallEnd.Unknown _ -> {
                draft.phase = creating.unknown();
                draft.due = later(draft.now, ended.latestSend().plus(times.quarantine()));
            }
            case CallEnd.TooLarge tooLarge ->
                draft.making
                        .smaller()
                        .ifPresentOrElse(
                                smaller -> {
                                    draft.making = smaller;
                                    draft.phase = creating.notExecuted();
                                },
                                () -> refuse(draft, creating, tooLarge.detail()));
            case CallEnd.Rejected rejected -> refuse(draft, creating, rejected.words());
            case CallEnd.NotFound notFound -> refuse(draft, creating, notFound.detail());
            case CallEnd.NotSent _, CallEnd.Expired _, CallEnd.RateLimited _ -> draft.phase = creating.notExecuted();
            case CallEnd.AuthenticationFailed failed -> {
                draft.phase = creating.notExecuted();
                misconfigured(draft, FailureReason.AUTHENTICATION_FAILED, failed.detail(), creating.attempt());
            }
            case CallEnd.PermissionDenied denied -> {
                draft.phase = creating.notExecuted();
                misconfigured(draft, FailureReason.PERMISSION_DENIED, denied.detail(), creating.attempt());
            }
        }
    }

    /** The end of a create that was given up as unknown. Only a definite one says more than we know. */
    private void late(Draft draft, Phase.Creating creating, Input.CallEnded ended) {
        boolean definite = switch (ended.end()) {
            case CallEnd.Done done -> !done.tickets().isEmpty();
            case CallEnd.Unknown _ -> false;
            case CallEnd.Rejected _,
                    CallEnd.TooLarge _,
                    CallEnd.NotFound _,
                    CallEnd.NotSent _,
                    CallEnd.Expired _,
                    CallEnd.RateLimited _,
                    CallEnd.AuthenticationFailed _,
                    CallEnd.PermissionDenied _ -> true;
        };
        if (definite) {
            created(draft, creating, ended);
        }
    }

    private void looked(Draft draft, Phase.Finding finding, CallEnd end) {
        switch (end) {
            case CallEnd.Done done when !done.tickets().isEmpty() -> found(draft, finding, done.tickets());
            case CallEnd.Done _ when finding.misses() + 1 >= times.looks() -> missing(draft, finding);
            // A search may lag: one look that shows nothing is not believed yet.
            case CallEnd.Done _, CallEnd.NotFound _ -> {
                draft.phase = finding.notSeen();
                draft.due = draft.now.plus(times.lookPause());
            }
            case CallEnd.Rejected rejected -> {
                // The look-up itself does not work here. Creating again could double the ticket, so it waits for a
                // person.
                lookAgain(draft, finding, Backoff.FILTER_IGNORED.after(finding.looks()));
                draft.failForNow(FailureReason.OUTCOME_UNKNOWN, rejected.words(), finding.attempt());
            }
            case CallEnd.RateLimited _, CallEnd.Expired _ -> lookAgain(draft, finding, Duration.ZERO);
            case CallEnd.TooLarge _, CallEnd.NotSent _, CallEnd.Unknown _ ->
                lookAgain(draft, finding, Backoff.LOOK_UP.after(finding.looks()));
            case CallEnd.AuthenticationFailed failed -> {
                lookAgain(draft, finding, Backoff.CONFIGURATION.after(finding.looks()));
                draft.failForNow(FailureReason.AUTHENTICATION_FAILED, failed.detail(), finding.attempt());
            }
            case CallEnd.PermissionDenied denied -> {
                lookAgain(draft, finding, Backoff.CONFIGURATION.after(finding.looks()));
                draft.failForNow(FailureReason.PERMISSION_DENIED, denied.detail(), finding.attempt());
            }
        }
    }

    private static void lookAgain(Draft draft, Phase.Finding finding, Duration pause) {
        draft.phase = finding.unknown();
        draft.due = draft.now.plus(pause);
    }

    private static void missing(Draft draft, Phase.Finding finding) {
        draft.recovered();
        draft.lose(finding.createId());
        draft.making = draft.making.afterLoss(draft.newest.fields());
        draft.phase = finding.missing();
    }

    private static void found(Draft draft, Phase.Finding finding, List<FoundTicket> tickets) {
        List<FoundTicket> live = tickets.stream()
                .filter(ticket -> !ticket.deleted() && ticket.mergedIntoId() == null)
                .toList();
        if (live.size() > 1) {
            draft.effect(new Effect.Doubled(
                    live.stream().map(FoundTicket::ticketId).sorted().toList()));
        }
        FoundTicket first = (live.isEmpty() ? tickets : live)
                .stream().min(Comparator.comparingLong(FoundTicket::ticketId)).orElseThrow();
        Phase.Open open = finding.found(ref(first));
        open(draft, open, Sight.found(first, draft.now));
        Sightings.saw(draft, open, first, draft.now);
    }

    /** Halo made the ticket and says so itself. */
    static void made(Draft draft, Phase.Open open, FoundTicket ticket) {
        open(draft, open, Sight.made(ticket, draft.now));
    }

    static TicketRef ref(FoundTicket found) {
        return new TicketRef(found.ticketId(), found.url());
    }

    private static void open(Draft draft, Phase.Open open, Sight sight) {
        draft.recovered();
        draft.due = null;
        draft.sight = sight;
        draft.phase = open;
        draft.publishOnce(
                new TicketNews.Created(open.ticket(), draft.newest.fields().summary()),
                cause -> cause.goal() == Goal.OPEN);
    }

    private static void refuse(Draft draft, Phase.Creating creating, String words) {
        draft.phase = creating.refused();
        draft.pause(Backoff.AFTER_REFUSAL);
        draft.failForGood(FailureReason.HALO_REJECTED, words, creating.attempt());
    }

    static void misconfigured(Draft draft, FailureReason reason, String detail, int attempt) {
        draft.pause(Backoff.CONFIGURATION.after(attempt));
        draft.failForNow(reason, detail, attempt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
