package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.StatusWords;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The life of one ticket: a pure function of its state, an input and the time.
 *
 * <p>Level-triggered: whatever happened in between, a turn acts on the newest wish. A call's end that belongs to no call in
 * flight changes nothing, except that a create whose end was unknown may still turn out well.
 */
public final class TicketLifecycle {

    private final Endings endings;

    public TicketLifecycle(DeliveryTimes times) {
        this.endings = new Endings(times);
    }

    /**
     * What the input makes of the ticket. The same arguments give the same answer.
     *
     * @param words what the statuses of the ticket's Halo mean
     * @param state null for a key that nothing is known of
     * @return empty if there is no ticket that the input could be about
     */
    public Optional<Transition> apply(@Nullable TicketState state, Input input, StatusWords words, Instant now) {
        return switch (input) {
            case Input.Requested requested -> {
                Draft draft = state == null
                        ? new Draft(requested.identity(), requested.wish(), words, now)
                        : new Draft(state, words, now);
                Wishes.requested(draft, requested.wish());
                yield Optional.of(draft.done());
            }
            case Input.Turn turn ->
                known(state, words, now, draft -> {
                    draft.sharedCallId = turn.sharedCallId();
                    if (turn.sharedCallId() == null) {
                        Turns.take(draft, turn.notAfter());
                    } else {
                        Turns.join(draft, turn.notAfter());
                    }
                });
            case Input.CallEnded ended -> known(state, words, now, draft -> endings.ended(draft, ended));
            case Input.Folded folded -> known(state, words, now, draft -> Foldings.folded(draft, folded));
            case Input.Housed housed -> known(state, words, now, draft -> Foldings.housed(draft, housed.ticket()));
            case Input.Unhoused unhoused -> known(state, words, now, draft -> Foldings.unhoused(draft, unhoused.why()));
            case Input.Unfolded _ -> known(state, words, now, Foldings::unfolded);
            case Input.Hinted hinted -> known(state, words, now, draft -> Sightings.hinted(draft, hinted));
            case Input.Commanded commanded -> known(state, words, now, draft -> Commands.commanded(draft, commanded));
        };
    }

    private static Optional<Transition> known(
            @Nullable TicketState state, StatusWords words, Instant now, Consumer<Draft> step) {
        return Optional.ofNullable(state).map(known -> {
            Draft draft = new Draft(known, words, now);
            step.accept(draft);
            return draft.done();
        });
    }
}
