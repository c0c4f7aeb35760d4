package dev.sundog.connector.status;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The look for tickets of one connection that changed: one list in each interval, page by page where there are many.
 *
 * <p>The moment from which it asks is Halo's own where Halo shows any, so that clocks need not agree; it goes back a little,
 * for a change may become visible after a later one. A list that is not finished is begun again.
 *
 * @param serial counts its calls
 * @param due when it wants its next turn
 * @param since changes from then on, by Halo's clock
 * @param page the page that is next, or out
 * @param begun when the first page was asked for
 * @param newest the newest change seen on the pages so far
 * @param callId the call that is out; null where there is none
 */
public record Poll(
        String connectionId,
        long serial,
        Instant due,
        Instant since,
        int page,
        Instant begun,
        @Nullable Instant newest,
        @Nullable String callId) {

    /** How far the clocks may be apart: what the first list goes back, and one without any moment of Halo's. */
    static final Duration SKEW = Duration.ofMinutes(2);

    /** What the next list goes back behind the newest change seen. */
    static final Duration OVERLAP = Duration.ofSeconds(30);

    /** Pages of one list; whoever changes more tickets than these hold within an interval is told of late, not never. */
    static final int MOST_PAGES = 20;

    private static final String NAME = "//poll";

    /** Of a connection that was never polled. */
    public static Poll of(String connectionId, Instant now) {
        return new Poll(connectionId, 0, now, now.minus(SKEW), 1, now, null, null);
    }

    /** The name of a connection's poll where tickets have their key. */
    public static String key(String connectionId) {
        return connectionId + NAME;
    }

    /** The name of this one. */
    public String key() {
        return key(connectionId);
    }

    /** Its next call is out. */
    public Poll asking(Instant now) {
        String next = key() + "-c" + (serial + 1);
        return new Poll(connectionId, serial + 1, due, since, page, page == 1 ? now : begun, newest, next);
    }

    /** The call that is out. */
    public Call call(String tenantId, Instant notAfter, Instant now) {
        return new Call(
                Objects.requireNonNull(callId),
                key(),
                tenantId,
                connectionId,
                1,
                now,
                notAfter,
                key(),
                new Operation.ListChanged(since, page));
    }

    /** A page came. */
    public Poll answered(List<FoundTicket> tickets, Duration interval, Instant now) {
        // A moment far ahead is a mistake in Halo's data; to ask from then on would be never to hear of anything again.
        Instant latest = Stream.concat(
                        Stream.ofNullable(newest),
                        tickets.stream().map(FoundTicket::updatedAt).filter(Objects::nonNull))
                .filter(moment -> moment.isBefore(now.plus(SKEW)))
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (tickets.size() >= Operation.ListChanged.PAGE && page < MOST_PAGES) {
            return new Poll(connectionId, serial, now, since, page + 1, begun, latest, null);
        }
        Instant next = latest == null ? begun.minus(SKEW) : latest.minus(OVERLAP);
        return new Poll(
                connectionId, serial, begun.plus(interval), next.isAfter(since) ? next : since, 1, begun, null, null);
    }

    /** No page came, for whatever reason: the list is begun again after an interval. Nothing is lost, for it asks as before. */
    public Poll unanswered(Duration interval, Instant now) {
        return new Poll(connectionId, serial, now.plus(interval), since, 1, begun, null, null);
    }

    /** Nobody wants it now; it looks again later whether that changed. */
    public Poll resting(Instant until) {
        return new Poll(connectionId, serial, until, since, page, begun, newest, null);
    }
}
