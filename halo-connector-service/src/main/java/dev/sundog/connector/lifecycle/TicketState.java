package dev.sundog.connector.lifecycle;

import dev.sundog.event.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one lasting ticket.
 *
 * @param episode number of the key's ticket; never used twice for one key, even when its state was forgotten in between
 * @param newest the newest wish that decides how the ticket should be
 * @param goalSince since when it should be so
 * @param firing dedup keys that still last
 * @param occurrences how often the matter was reported in this episode
 * @param told repeats that Halo was told of
 * @param toldAt when it was last told; null if never
 * @param recent the latest event ids, the oldest first, at most {@value #RECENT}: an event sent twice counts once
 * @param pending events without an answer yet, the oldest first, at most {@value #PENDING}
 * @param lost creates that were given up as unknown, the oldest first, at most {@value #LOST}: one may yet turn out well
 * @param commands the latest command ids, the oldest first, at most {@value #COMMANDS}: a command sent twice counts once
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
        @Nullable Instant toldAt,
        Making making,
        Sight sight,
        Flaps flaps,
        List<String> recent,
        List<Cause> pending,
        List<String> lost,
        List<String> commands,
        long serial,
        @Nullable Instant due,
        @Nullable Instant notBefore,
        @Nullable FailureReason reported) {

    static final int RECENT = 50;
    static final int PENDING = 1_000;
    static final int LOST = 8;
    static final int COMMANDS = 20;

    public TicketState {
        firing = Collections.unmodifiableSortedSet(new TreeSet<>(firing));
        recent = List.copyOf(recent);
        pending = List.copyOf(pending);
        lost = List.copyOf(lost);
        commands = List.copyOf(commands);
    }

    /** True when it goes before others that have waited about as long. */
    public boolean urgent() {
        boolean ends = newest.goal() == Goal.RESOLVED && !(phase instanceof Phase.Over);
        return newest.critical() || ends || phase instanceof Phase.Unsure;
    }

    /** True when nothing is lost by forgetting it: the matter is over for so long, and may not open its ticket again. */
    boolean mayBeForgotten(Duration retention, Instant now) {
        Duration reopen = newest.rules().reopenWindow();
        Instant then = now.minus(reopen.compareTo(retention) > 0 ? reopen : retention);
        boolean rests = due == null && pending.isEmpty() && newest.goal() == Goal.RESOLVED && !goalSince.isAfter(then);
        return rests
                && switch (phase) {
                    case Phase.Idle _ -> true;
                    case Phase.Folded folded -> folded.over();
                    case Phase.Over over -> !over.at().isAfter(then);
                    case Phase _ -> false;
                };
    }
}
