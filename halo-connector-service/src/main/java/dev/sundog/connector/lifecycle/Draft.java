package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.StatusWords;
import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One transition under work. Lives within one call of the lifecycle and is seen by nobody else. */
final class Draft {

    private static final int CAUSES = 20;

    final TicketIdentity identity;
    final Instant now;
    final StatusWords words;
    int episode;
    Phase phase;
    Wish newest;
    Instant goalSince;
    final SortedSet<String> firing;
    long occurrences;
    long told;

    @Nullable
    Instant toldAt;

    Making making;
    Sight sight;
    Flaps flaps;
    final List<String> recent;
    final List<Cause> pending;
    final List<String> lost;
    final List<String> commands;
    long serial;

    @Nullable
    Instant due;

    @Nullable
    Instant notBefore;

    @Nullable
    FailureReason reported;

    @Nullable
    String sharedCallId;

    private final List<Effect> effects = new ArrayList<>();

    /** Of a key that nothing is known of yet. */
    Draft(TicketIdentity identity, Wish first, StatusWords words, Instant now) {
        this.identity = identity;
        this.now = now;
        this.words = words;
        this.episode = beforeFirst(now);
        this.phase = new Phase.Idle();
        this.newest = first;
        this.goalSince = now;
        this.firing = new TreeSet<>();
        this.making = Making.WHOLE;
        this.sight = Sight.NONE;
        this.flaps = Flaps.NONE;
        this.recent = new ArrayList<>();
        this.pending = new ArrayList<>();
        this.lost = new ArrayList<>();
        this.commands = new ArrayList<>();
    }

    Draft(TicketState state, StatusWords words, Instant now) {
        this.identity = state.identity();
        this.now = now;
        this.words = words;
        this.episode = state.episode();
        this.phase = state.phase();
        this.newest = state.newest();
        this.goalSince = state.goalSince();
        this.firing = new TreeSet<>(state.firing());
        this.occurrences = state.occurrences();
        this.told = state.told();
        this.toldAt = state.toldAt();
        this.making = state.making();
        this.sight = state.sight();
        this.flaps = state.flaps();
        this.recent = new ArrayList<>(state.recent());
        this.pending = new ArrayList<>(state.pending());
        this.lost = new ArrayList<>(state.lost());
        this.commands = new ArrayList<>(state.commands());
        this.serial = state.serial();
        this.due = state.due();
        this.notBefore = state.notBefore();
        this.reported = state.reported();
    }

    Transition done() {
        TicketState state = new TicketState(
                identity,
                episode,
                phase,
                newest,
                goalSince,
                firing,
                occurrences,
                told,
                toldAt,
                making,
                sight,
                flaps,
                recent,
                pending,
                lost,
                commands,
                serial,
                due,
                notBefore,
                reported);
        return new Transition(state, effects);
    }

    boolean wants(Goal goal) {
        return newest.goal() == goal;
    }

    /** Numbers of episodes start at the minute, so that a key that was forgotten and comes back uses none of them again. */
    private static int beforeFirst(Instant now) {
        return (int) Duration.between(Instant.EPOCH, now).toMinutes();
    }

    long repeats() {
        return occurrences - 1;
    }

    /** The given moment, or the end of a pause after a failure if that is later. */
    Instant after(Instant moment) {
        return notBefore == null || notBefore.isBefore(moment) ? moment : notBefore;
    }

    void pause(Duration duration) {
        notBefore = now.plus(duration);
    }

    /** Halo may yet make a ticket of this create. */
    void lose(@Nullable String createId) {
        if (createId != null) {
            append(lost, createId, TicketState.LOST);
        }
    }

    /** Remembers it, and forgets the oldest where there are more than so many. */
    static void append(List<String> list, String element, int most) {
        list.add(element);
        if (list.size() > most) {
            list.removeFirst();
        }
    }

    /** A failure is over: forget its pause and that it was reported. */
    void recovered() {
        notBefore = null;
        reported = null;
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    /** The id of the next call. */
    String nextCallId() {
        serial++;
        return sharedCallId != null ? sharedCallId : References.of(identity.ticketKey(), episode) + "-c" + serial;
    }

    boolean isOfThisEpisode(String callId) {
        return callId.startsWith(References.of(identity.ticketKey(), episode) + "-");
    }

    void send(String callId, int attempt, Instant notAfter, Operation operation) {
        effects.add(new Effect.Send(new Call(
                callId,
                identity.ticketKey(),
                identity.tenantId(),
                identity.connectionId(),
                attempt,
                now,
                notAfter,
                References.of(identity.ticketKey(), episode),
                operation)));
    }

    /** Publishes one piece of news with at most 20 causes, taken from those that wait and match, the oldest first. */
    void publishOnce(TicketNews.Detail detail, Predicate<Cause> matching) {
        publish(detail, take(matching));
    }

    /** Publishes the news as often as it takes to answer all events that match; not at all if there are none. */
    void answer(TicketNews.Detail detail, Predicate<Cause> matching) {
        for (List<Cause> causes = take(matching); !causes.isEmpty(); causes = take(matching)) {
            publish(detail, causes);
        }
    }

    /** It cannot be done; the events that wait have their end with that. */
    void failForGood(FailureReason reason, String words, int attempts) {
        TicketNews.Detail failed = new TicketNews.Failed(reason, words, false, attempts);
        publishOnce(failed, _ -> true);
        answer(failed, _ -> true);
    }

    /** It cannot be done now. Published once for each lasting reason; the events go on waiting. */
    void failForNow(FailureReason reason, String words, int attempts) {
        if (reported == reason) {
            return;
        }
        reported = reason;
        List<Cause> waiting = List.copyOf(pending);
        TicketNews.Detail failed = new TicketNews.Failed(reason, words, true, attempts);
        publishOnce(failed, _ -> true);
        answer(failed, _ -> true);
        pending.addAll(waiting);
    }

    /** Says what happened in Halo. It answers no event: those that wait go on waiting, and the newest is named. */
    void tell(TicketNews.Detail detail) {
        publish(detail, List.of(new Cause(newest.eventId(), newest.acceptedAt(), newest.goal())));
    }

    /** Answers one event apart from those that wait. */
    void answerAlone(TicketNews.Detail detail, Cause cause) {
        publish(detail, List.of(cause));
    }

    private void publish(TicketNews.Detail detail, List<Cause> oldestFirst) {
        serial++;
        String eventId = References.of(identity.ticketKey(), episode) + "-e" + serial;
        effects.add(new Effect.Publish(new TicketNews(eventId, identity, now, oldestFirst.reversed(), detail)));
    }

    private List<Cause> take(Predicate<Cause> matching) {
        List<Cause> taken = pending.stream().filter(matching).limit(CAUSES).toList();
        pending.removeAll(taken);
        return taken;
    }
}
