package dev.sundog.connector.simulation;

import dev.sundog.connector.lifecycle.Cause;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.Input;
import dev.sundog.connector.lifecycle.TicketNews;
import dev.sundog.connector.lifecycle.Wish;
import dev.sundog.connector.simulation.Violation.Promise;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which events were accepted, what they wish in the end, and what was told of each. */
final class Ledger {

    /** What the events of one ticket key wish. */
    static final class Matter {
        final String connectionId;
        final Set<String> firing = new TreeSet<>();
        final Set<String> seen = new LinkedHashSet<>();
        Wish newest;

        Matter(String connectionId, Wish first) {
            this.connectionId = connectionId;
            this.newest = first;
        }

        boolean lasts() {
            return newest.goal() == Goal.OPEN;
        }

        private void add(Wish wish) {
            if (!seen.add(wish.eventId())) {
                return;
            }
            if (wish.goal() == Goal.OPEN) {
                firing.add(wish.dedupKey());
                newest = wish;
            } else {
                firing.remove(wish.dedupKey());
                newest = firing.isEmpty() ? wish : newest;
            }
        }
    }

    private final Map<String, Matter> matters = new LinkedHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>();
    private final Set<String> commanded = new HashSet<>();
    private final Set<String> accepted = new LinkedHashSet<>();

    /** False for an event that was accepted before. */
    boolean accept(Input.Requested requested) {
        Wish wish = requested.wish();
        boolean first = accepted.add(wish.eventId());
        matters.computeIfAbsent(
                        requested.identity().ticketKey(),
                        _ -> new Matter(requested.identity().connectionId(), wish))
                .add(wish);
        return first;
    }

    /** A person wants something of the ticket. */
    void commanded(String ticketKey) {
        commanded.add(ticketKey);
    }

    boolean isCommanded(String ticketKey) {
        return commanded.contains(ticketKey);
    }

    Map<String, Matter> matters() {
        return matters;
    }

    void told(TicketNews news) {
        if (!isTerminal(news.detail()) || news.identity().isStorm()) {
            return;
        }
        for (Cause cause : news.causedBy()) {
            if (!accepted.contains(cause.eventId())) {
                throw new Violation(
                        Promise.BALANCE, news.eventId() + " answers " + cause.eventId() + ", never accepted");
            }
            String other = ends.putIfAbsent(cause.eventId(), news.eventId());
            if (other != null) {
                throw new Violation(
                        Promise.BALANCE, cause.eventId() + " is answered by " + other + " and by " + news.eventId());
            }
        }
    }

    /** An event that nobody answered; null if there is none. */
    @Nullable
    String unanswered() {
        return accepted.stream()
                .filter(event -> !ends.containsKey(event))
                .findFirst()
                .orElse(null);
    }

    private static boolean isTerminal(TicketNews.Detail detail) {
        return switch (detail) {
            case TicketNews.Created _, TicketNews.Updated _, TicketNews.Resolved _, TicketNews.Reopened _ -> true;
            case TicketNews.Failed failed -> !failed.retryable();
            case TicketNews.StatusChanged _ -> false;
        };
    }
}
