package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.StatusWords;
import dev.sundog.connector.lane.LaneDirectory;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.Lanes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives inputs to tickets, keeps what they become, and puts them where they want to wait. */
final class Tickets {

    private final TicketLifecycle lifecycle;
    private final TicketShelf shelf;
    private final Outbox outbox;
    private final Lanes lanes;
    private final LaneDirectory directory;
    private @Nullable TicketWatch watch;

    Tickets(TicketLifecycle lifecycle, TicketShelf shelf, Outbox outbox, Lanes lanes, LaneDirectory directory) {
        this.lifecycle = lifecycle;
        this.shelf = shelf;
        this.outbox = outbox;
        this.lanes = lanes;
        this.directory = directory;
    }

    /** Who hears of every step from now on. */
    void watchedBy(TicketWatch watcher) {
        watch = watcher;
    }

    /** A ticket as it was kept. */
    void restore(TicketState state) {
        lanes.put(state.identity().connectionId(), state.identity().ticketKey(), Wants.of(state));
    }

    /**
     * Does all that the input leads to, but for the call.
     *
     * @return the call that the ticket decided on, not yet sent; null for none
     */
    @Nullable
    Call apply(String ticketKey, Input input, Instant now) {
        TicketState known = shelf.ticket(ticketKey);
        Optional<Transition> transition = lifecycle.apply(known, input, words(known), now);
        if (transition.isEmpty()) {
            return null;
        }
        TicketState state = transition.get().state();
        shelf.put(state);
        restore(state);
        Call decided = null;
        for (Effect effect : transition.get().effects()) {
            switch (effect) {
                case Effect.Send send -> decided = send.call();
                case Effect.Publish publish -> outbox.publish(publish.news());
                case Effect.CommandRefused refused -> outbox.commandRefused(ticketKey, refused);
                case Effect.Doubled doubled -> outbox.doubled(state.identity(), doubled);
                case Effect.NoteRefused refused -> outbox.noteRefused(state.identity(), refused);
            }
        }
        if (watch != null) {
            watch.moved(known, transition.get(), now);
        }
        return decided;
    }

    /** Null for a key that nothing is known of. */
    @Nullable
    String connectionOf(String ticketKey) {
        TicketState known = shelf.ticket(ticketKey);
        return known == null ? null : known.identity().connectionId();
    }

    private StatusWords words(@Nullable TicketState known) {
        LaneTerms terms =
                known == null ? null : directory.terms(known.identity().connectionId());
        return terms == null ? StatusWords.NONE : terms.words();
    }
}
