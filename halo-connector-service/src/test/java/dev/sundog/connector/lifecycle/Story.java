package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.StatusWords;
import dev.sundog.connector.call.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One ticket's life in a test: feeds inputs and collects effects. */
final class Story {

    private final TicketLifecycle lifecycle = new TicketLifecycle(Wishing.TIMES);
    private final List<Effect> effects = new ArrayList<>();
    private final StatusWords words = new StatusWords(Map.of(3L, TicketStatus.WAITING), Set.of(9L), Set.of(30L));
    private final String key;
    private LifeRules rules = Wishing.CLOSES;
    private TicketState state;
    private Instant now = Wishing.START;

    Story() {
        this("disk");
    }

    /** A ticket of its own key. */
    Story(String key) {
        this.key = key;
    }

    /** Rules of the wishes that follow. */
    Story under(Rules given) {
        rules = given.rules();
        return this;
    }

    Story opens(String eventId) {
        return wish(Wishing.wish(eventId, "disk", Goal.OPEN, rules));
    }

    Story resolves(String eventId) {
        return wish(Wishing.wish(eventId, "disk", Goal.RESOLVED, rules));
    }

    /** Halo shows the ticket that was made, changed or read. */
    Story shows(FoundTicket ticket) {
        return ends(Shown.done(ticket));
    }

    /** Ticket 7 was made, new and unassigned. */
    Story withTicket() {
        return opens("first").turn().shows(Shown.ticket(7));
    }

    Story hinted(Long statusId) {
        return input(new Input.Hinted(statusId));
    }

    Story command(String commandId, Input.Command command) {
        return input(new Input.Commanded(commandId, "acme-msp", command, "ann"));
    }

    Story wish(Wish wish) {
        return input(new Input.Requested(Wishing.identity("acme-halo", key), wish));
    }

    /** Gives the ticket its turn, if it wants one by now. */
    Story turn() {
        if (state.due() != null && !state.due().isAfter(now)) {
            input(new Input.Turn(now.plusSeconds(20)));
        }
        return this;
    }

    Story ends(CallEnd end) {
        return input(new Input.CallEnded(lastCall().callId(), end, now));
    }

    Story endsLate(Call call, CallEnd end) {
        return input(new Input.CallEnded(call.callId(), end, now));
    }

    Story passes(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The ticket was created with this number. */
    Story created(long ticketId) {
        return wish(Wishing.open("first")).turn().ends(Wishing.done(ticketId));
    }

    Story input(Input input) {
        Optional<Transition> transition = lifecycle.apply(state, input, words, now);
        assertThat(lifecycle.apply(state, input, words, now)).isEqualTo(transition);
        transition.ifPresent(known -> {
            state = known.state();
            effects.addAll(known.effects());
        });
        return this;
    }

    TicketState state() {
        return state;
    }

    List<Call> calls() {
        return of(Effect.Send.class).map(Effect.Send::call).toList();
    }

    Operation lastOperation() {
        return lastCall().operation();
    }

    Call lastCall() {
        return calls().getLast();
    }

    List<TicketNews> news() {
        return of(Effect.Publish.class).map(Effect.Publish::news).toList();
    }

    <D extends TicketNews.Detail> List<D> news(Class<D> type) {
        return news().stream()
                .map(TicketNews::detail)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Ids of the events that the latest news answers, the latest first. */
    List<String> answered() {
        return news().getLast().causedBy().stream().map(Cause::eventId).toList();
    }

    <E extends Effect> Stream<E> of(Class<E> type) {
        return effects.stream().filter(type::isInstance).map(type::cast);
    }
}
