package dev.sundog.connector.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All lanes of one task, who waits in each, and when each must be looked at again. A tick costs what has come due, not what is
 * there. Used by one thread.
 */
public final class Lanes {

    /** How often a lane is looked at in which somebody waits for a change of the configuration or for its budget. */
    private static final Duration RECHECK = Duration.ofSeconds(1);

    /** Lanes looked at in each tick although nothing is due, so that no change of the configuration stays unseen for long. */
    private static final int ROUND = 8;

    private static final Duration INSTANT = Duration.ofMillis(1);

    /** What is known of one lane in memory. */
    private static final class Desk {
        private final LaneQueue queue = new LaneQueue();
        private Lane lane;
        private Lane.@Nullable Activity counted;
        private int storms;

        Desk(Lane lane) {
            this.lane = lane;
        }
    }

    private final LaneDirectory directory;
    private final Duration silence;
    private final Consumer<Lane> shelf;
    private final LaneCrier crier;
    private final TreeMap<String, Desk> desks = new TreeMap<>();
    private final Moments agenda = new Moments();
    private final Moments oldest = new Moments();
    private final Map<Lane.Activity, Integer> activities = new EnumMap<>(Lane.Activity.class);
    private int pending;
    private String lastOfRound = "";

    /**
     * Without any lane.
     *
     * @param silence how long after its last moment a call's outcome is waited for
     * @param shelf keeps lanes that changed
     * @param listener wants to know how lanes stand
     */
    public Lanes(LaneDirectory directory, Duration silence, Consumer<Lane> shelf, Consumer<LaneNews> listener) {
        this.directory = directory;
        this.silence = silence;
        this.shelf = shelf;
        this.crier = new LaneCrier(listener);
    }

    /** A lane as it was kept; it is looked at in the next tick. */
    public void restore(Lane lane) {
        desk(lane.connectionId()).lane = lane;
    }

    /** The lane of a connection, never used if it is not known yet. */
    public Lane lane(String connectionId) {
        return desk(connectionId).lane;
    }

    /** Replaces and keeps a lane. */
    public void put(Lane lane) {
        desk(lane.connectionId()).lane = lane;
        shelf.accept(lane);
    }

    /** Who waits in a lane. */
    public LaneQueue queue(String connectionId) {
        return desk(connectionId).queue;
    }

    /** Puts a ticket where it wants to be; nowhere if it wants no turn. */
    public void put(String connectionId, String ticketKey, @Nullable Want want) {
        LaneQueue queue = queue(connectionId);
        int before = queue.size();
        queue.put(ticketKey, want);
        pending += queue.size() - before;
        oldest.set(connectionId, queue.oldest().orElse(null));
    }

    /** How many organizations of the connection are in a storm. */
    public void storms(String connectionId, int count) {
        desk(connectionId).storms = count;
    }

    /** The connections that must be looked at now, each once; they have no next moment until {@link #looked} is called. */
    public Set<String> due(Instant now) {
        Set<String> due = new LinkedHashSet<>(agenda.takeUntil(now));
        for (int count = 0; count < ROUND && count < desks.size(); count++) {
            String next = desks.higherKey(lastOfRound);
            lastOfRound = next == null ? desks.firstKey() : next;
            due.add(lastOfRound);
        }
        return due;
    }

    /** The call that is out if nothing was heard of it for too long. */
    public Lane.@Nullable InFlight lost(String connectionId, Instant now) {
        Lane.InFlight out = desk(connectionId).lane.inFlight();
        return out != null && now.isAfter(out.notAfter().plus(silence)) ? out : null;
    }

    /** Everything that could be done for the lane was done; says how it stands and when to look again. */
    public void looked(String connectionId, Instant now) {
        Desk desk = desk(connectionId);
        LaneTerms terms = directory.terms(connectionId);
        Lane.Activity activity = desk.lane.activity(terms, now);
        count(desk, activity);
        Optional<Instant> work = next(desk, activity, terms, now);
        Optional<Instant> word = terms == null ? Optional.empty() : crier.tell(news(desk, activity, terms, now));
        Instant soonest = now.plus(INSTANT);
        agenda.set(
                connectionId,
                Moments.earlier(work, word)
                        .map(at -> at.isBefore(soonest) ? soonest : at)
                        .orElse(null));
    }

    /** How the lanes stand. */
    public LaneCensus census(Instant now) {
        Duration longest = oldest.first()
                .filter(since -> since.isBefore(now))
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
        return new LaneCensus(activities, pending, longest);
    }

    private Optional<Instant> next(Desk desk, Lane.Activity activity, @Nullable LaneTerms terms, Instant now) {
        Lane lane = desk.lane;
        boolean waiting = desk.queue.size() > 0;
        return switch (activity) {
            case CALLING ->
                Optional.of(Objects.requireNonNull(lane.inFlight())
                        .notAfter()
                        .plus(silence)
                        .plus(INSTANT));
            case DISABLED -> waiting ? Optional.of(now.plus(RECHECK)) : Optional.empty();
            case PAUSED -> {
                Instant until = Objects.requireNonNull(lane.pause()).until();
                yield Optional.of(waiting ? earlier(until, now.plus(RECHECK)) : until);
            }
            case FREE, SPENT -> {
                Optional<Instant> release = activity == Lane.Activity.SPENT || desk.queue.isBlocked(now)
                        ? Optional.of(released(lane, Objects.requireNonNull(terms), waiting, now))
                        : Optional.empty();
                yield Moments.earlier(release, desk.queue.nextReady(now));
            }
        };
    }

    private static Instant released(Lane lane, LaneTerms terms, boolean waiting, Instant now) {
        Instant release = lane.budget().nextRelease(terms, now);
        return waiting ? earlier(release, now.plus(RECHECK)) : release;
    }

    private static LaneNews news(Desk desk, Lane.Activity activity, LaneTerms terms, Instant now) {
        Lane lane = desk.lane;
        Lane.Pause pause = activity == Lane.Activity.PAUSED ? lane.pause() : null;
        return new LaneNews(
                terms.tenantId(),
                lane.connectionId(),
                activity,
                pause == null ? null : pause.reason(),
                pause == null ? null : pause.detail(),
                pause == null ? null : pause.until(),
                desk.queue.size(),
                desk.queue.oldest().filter(since -> !since.isAfter(now)).orElse(null),
                lane.budget().limit(terms, now),
                lane.budget().spent(terms, now),
                desk.storms,
                now);
    }

    private void count(Desk desk, Lane.Activity activity) {
        if (desk.counted != activity) {
            if (desk.counted != null) {
                activities.merge(desk.counted, -1, Integer::sum);
            }
            activities.merge(activity, 1, Integer::sum);
            desk.counted = activity;
        }
    }

    private Desk desk(String connectionId) {
        return desks.computeIfAbsent(connectionId, id -> {
            agenda.set(id, Instant.EPOCH);
            return new Desk(Lane.of(id));
        });
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
