package dev.sundog.connector.lifecycle;

import java.time.Instant;
import java.util.Optional;
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
     * @param state null for a key that nothing is known of
     * @return empty if there is no ticket that the input could be about
     */
    public Optional<Transition> apply(@Nullable TicketState state, Input input, Instant now) {
        return switch (input) {
            case Input.Requested requested -> {
                Draft draft =
                        state == null ? new Draft(requested.identity(), requested.wish(), now) : new Draft(state, now);
                Wishes.requested(draft, requested.wish());
                yield Optional.of(draft.done());
            }
            case Input.Turn turn ->
                Optional.ofNullable(state).map(known -> {
                    Draft draft = new Draft(known, now);
                    Turns.take(draft, turn.notAfter());
                    return draft.done();
                });
            case Input.CallEnded ended ->
                Optional.ofNullable(state).map(known -> {
                    Draft draft = new Draft(known, now);
                    endings.ended(draft, ended);
                    return draft.done();
                });
        };
    }
}
