package dev.sundog.connector.lifecycle;

import dev.sundog.event.FailureReason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one lasting ticket.
 *
 * @param episode counts the tickets that this key had, from 1
 * @param newest the newest wish that decides how the ticket should be
 * @param goalSince since when it should be so
 * @param firing dedup keys that still last
 * @param occurrences how often the matter was reported in this episode
 * @param told repeats that Halo was told of
 * @param recent the latest event ids, the oldest first, at most {@value #RECENT}: an event sent twice counts once
 * @param pending events without an answer yet, the oldest first, at most {@value #PENDING}
 * @param serial counts calls and news, so that their ids are the same when a decision is made again
 * @param due when it next wants a turn in its lane; null while it wants none
 * @param notBefore earliest moment of the next try after a failure
 * @param reported a lasting failure that was published, so that it is not published again
 */
public record TicketState(
        TicketIdentity identity,
        int episode,
        Phase phase,
        Wish newest,
        Instant goalSince,
        SortedSet<String> firing,
        long occurrences,
        long told,
        List<String> recent,
        List<Cause> pending,
        long serial,
        @Nullable Instant due,
        @Nullable Instant notBefore,
        @Nullable FailureReason reported) {

    static final int RECENT = 50;
    static final int PENDING = 1_000;

    public TicketState {
        firing = Collections.unmodifiableSortedSet(new TreeSet<>(firing));
        recent = List.copyOf(recent);
        pending = List.copyOf(pending);
    }

    /** True when it goes before others that have waited about as long. */
    public boolean urgent() {
        return newest.critical() || newest.goal() == Goal.RESOLVED || phase instanceof Phase.Unsure;
    }
}
