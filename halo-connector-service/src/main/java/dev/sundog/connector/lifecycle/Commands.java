package dev.sundog.connector.lifecycle;

import dev.sundog.event.FailureReason;
import java.util.Objects;

/** What a person's command makes of a ticket. */
final class Commands {

    private Commands() {}

    static void commanded(Draft draft, Input.Commanded commanded) {
        if (draft.commands.contains(commanded.commandId())) {
            return;
        }
        if (!draft.identity.tenantId().equals(commanded.tenantId())) {
            refuse(draft, commanded, "the ticket is another tenant's");
            return;
        }
        Draft.append(draft.commands, commanded.commandId(), TicketState.COMMANDS);
        switch (commanded.command()) {
            case RETRY -> retry(draft);
            case DISCARD -> discard(draft, commanded);
            case RECREATE -> recreate(draft, commanded);
        }
        Settling.settle(draft);
    }

    /** Never shortens a quarantine: only looks after the first may come sooner. */
    private static void retry(Draft draft) {
        draft.recovered();
        switch (draft.phase) {
            case Phase.Refused refused -> draft.phase = refused.retry();
            case Phase.Held held -> draft.phase = held.retry();
            case Phase.Reading reading -> draft.phase = reading.retry();
            case Phase.Unsure unsure when unsure.looks() > 0 -> draft.due = draft.now;
            case Phase _ -> {}
        }
    }

    private static void discard(Draft draft, Input.Commanded commanded) {
        switch (draft.phase) {
            case Phase.Ticketless ticketless -> {
                draft.lose(ticketless.createId());
                draft.phase = ticketless.discarded();
                fail(draft, commanded);
            }
            case Phase.Open open when draft.wants(Goal.RESOLVED) -> left(draft, commanded, open);
            case Phase.Held held -> left(draft, commanded, held.retry());
            case Phase.Open _ -> draft.told = draft.repeats();
            case Phase.Changing _, Phase.Reopening _, Phase.Reading _ ->
                refuse(draft, commanded, "a call about the ticket is out; command it again when its answer is in");
            case Phase.Folded _ ->
                refuse(draft, commanded, "the matter lives in the ticket of a storm; discard that one");
            case Phase.Idle _, Phase.Over _, Phase.Parted _ -> refuse(draft, commanded, "there is nothing to discard");
        }
    }

    private static void left(Draft draft, Input.Commanded commanded, Phase.Open open) {
        draft.phase = open.over(draft.now, Phase.Finish.LEFT);
        fail(draft, commanded);
    }

    private static void fail(Draft draft, Input.Commanded commanded) {
        FailureReason reason = Objects.requireNonNullElse(draft.reported, FailureReason.HALO_REJECTED);
        draft.recovered();
        if (!draft.pending.isEmpty()) {
            draft.failForGood(reason, "Discarded by " + commanded.requestedBy() + ".", 0);
        }
    }

    /** The new ticket has a new reference, so a call that is out and ends later is not mistaken for its own. */
    private static void recreate(Draft draft, Input.Commanded commanded) {
        if (draft.wants(Goal.RESOLVED)) {
            refuse(draft, commanded, "the matter is over: there is nothing to make a ticket for");
            return;
        }
        draft.lose(draft.phase.createId());
        Settling.begin(draft, draft.phase.recreated(), Making.WHOLE);
    }

    private static void refuse(Draft draft, Input.Commanded commanded, String words) {
        draft.effect(new Effect.CommandRefused(commanded.commandId(), words));
    }
}
