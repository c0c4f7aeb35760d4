package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import java.util.List;
import java.util.stream.Stream;

/**
 * A create that was given up turned out well after all, later than the quarantine and the looks allow for.
 *
 * <p>If no other create made a ticket meanwhile, this is the ticket. Otherwise there are two, and that is reported.
 */
final class LostCreates {

    private LostCreates() {}

    static void ended(Draft draft, Input.CallEnded ended) {
        if (ended.end() instanceof CallEnd.Done done && !done.tickets().isEmpty()) {
            draft.lost.remove(ended.callId());
            cameUp(draft, ended.callId(), done.tickets().getFirst());
        }
    }

    private static void cameUp(Draft draft, String createId, FoundTicket ticket) {
        TicketRef ours = draft.phase.ticketRef();
        if (ours == null && draft.isOfThisEpisode(createId)) {
            // A create that is out, or was out, is now the one that may double this ticket.
            draft.lose(draft.phase.createId());
            Endings.made(draft, cameUp(draft.phase, Endings.ref(ticket)), ticket);
        } else if (ours == null) {
            draft.effect(new Effect.Doubled(List.of(ticket.ticketId())));
        } else if (ours.ticketId() != ticket.ticketId()) {
            draft.effect(new Effect.Doubled(
                    Stream.of(ours.ticketId(), ticket.ticketId()).sorted().toList()));
        }
    }

    private static Phase.Open cameUp(Phase phase, TicketRef ticket) {
        return switch (phase) {
            case Phase.Idle idle -> idle.cameUp(ticket);
            case Phase.Ticketless ticketless -> ticketless.cameUp(ticket);
            case Phase known -> throw new IllegalStateException(known + " has a ticket");
        };
    }
}
