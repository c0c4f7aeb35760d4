package dev.sundog.connector.simulation;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lifecycle.TicketNews;
import dev.sundog.connector.lifecycle.Wishing;
import dev.sundog.connector.simulation.Violation.Promise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches everything, knows the truth, and throws at the first broken promise. */
final class Judge {

    private final World world;
    final Ledger ledger = new Ledger();
    private final Map<String, List<OpenCall>> open = new HashMap<>();
    private final Map<String, Deque<Long>> spent = new HashMap<>();
    private final Map<String, Creation> creations = new HashMap<>();
    private final Set<String> createdNews = new HashSet<>();
    private final Set<String> notes = new HashSet<>();

    private record OpenCall(String callId, long sentAt, Incarnation owner) {}

    /** The latest create of a reference, and what is known of it. */
    private static final class Creation {
        private final String callId;
        private final long sentAt;
        private boolean certain;
        private boolean lookedUp;

        Creation(String callId, long sentAt) {
            this.callId = callId;
            this.sentAt = sentAt;
        }
    }

    Judge(World world) {
        this.world = world;
    }

    /** The bytes of a request go out. */
    void sent(CallOut out, boolean creates) {
        Call call = out.call;
        long now = world.agenda.now();
        if (now > call.notAfter().toEpochMilli()) {
            throw new Violation(
                    Promise.NOT_AFTER,
                    call.callId() + " goes out " + (now - call.notAfter().toEpochMilli()) + " ms too late");
        }
        aloneInItsLane(out, now);
        if (out.network.requests() <= call.operation().requests()) {
            withinBudget(call.connectionId(), now);
        }
        if (creates) {
            notBlind(call, now);
        }
    }

    private void aloneInItsLane(CallOut out, long now) {
        List<OpenCall> others = open.computeIfAbsent(out.call.connectionId(), _ -> new ArrayList<>());
        long limit = Wishing.TIMES.callTimeout().toMillis();
        others.removeIf(other -> other.sentAt() + limit <= now);
        for (OpenCall other : others) {
            if (!other.callId().equals(out.call.callId()) || other.owner() != out.owner) {
                throw new Violation(
                        Promise.ONE_IN_FLIGHT, out.call.callId() + " goes out while " + other.callId() + " is out");
            }
        }
        if (others.isEmpty()) {
            others.add(new OpenCall(out.call.callId(), now, out.owner));
        }
    }

    /** What a look-up takes more than was booked for it is counted against the lane afterwards. */
    private void withinBudget(String connectionId, long now) {
        Deque<Long> moments = spent.computeIfAbsent(connectionId, _ -> new ArrayDeque<>());
        while (!moments.isEmpty() && moments.peek() <= now - Site.WINDOW.toMillis()) {
            moments.poll();
        }
        moments.add(now);
        int allowed = world.sites.get(connectionId).requests;
        if (moments.size() > allowed) {
            throw new Violation(
                    Promise.BUDGET,
                    connectionId + " gets " + moments.size() + " requests within " + Site.WINDOW.toSeconds() + " s, "
                            + allowed + " are allowed");
        }
    }

    private void notBlind(Call call, long now) {
        Creation before = creations.get(call.reference());
        if (before != null && !before.certain && !before.lookedUp) {
            throw new Violation(
                    Promise.NO_BLIND_CREATE,
                    call.callId() + " creates again " + (now - before.sentAt) + " ms after " + before.callId
                            + ", whose end nobody knows, without a look-up after the quarantine");
        }
        creations.put(call.reference(), new Creation(call.callId(), now));
    }

    /** The caller knows how a call ended. */
    void answered(Call call, CallOutcome outcome) {
        open.computeIfAbsent(call.connectionId(), _ -> new ArrayList<>())
                .removeIf(other -> other.callId().equals(call.callId()));
        Creation creation = creations.get(call.reference());
        if (creation == null) {
            return;
        }
        switch (call.operation()) {
            case Operation.CreateTicket _ -> {
                if (creation.callId.equals(call.callId()) && !(outcome.end() instanceof CallEnd.Unknown)) {
                    creation.certain = !(outcome.end() instanceof CallEnd.Done);
                }
            }
            case Operation.FindTicket _ -> {
                Instant safe = Instant.ofEpochMilli(creation.sentAt).plus(Wishing.TIMES.quarantine());
                boolean late = outcome.sentAt() != null
                        && !Objects.requireNonNull(outcome.sentAt()).isBefore(safe);
                boolean missing = outcome.end() instanceof CallEnd.Done done
                        && done.tickets().isEmpty();
                creation.lookedUp |= late && missing;
            }
            default -> {}
        }
    }

    /** A process died, and its connections with it. */
    void died(Incarnation process) {
        open.values().forEach(calls -> calls.removeIf(call -> call.owner() == process));
    }

    /** Halo made a ticket. */
    void created(ModelHalo halo, ModelTicket made) {
        long alive = halo.tickets().stream()
                .filter(ticket -> Objects.equals(ticket.reference, made.reference) && ticket.lives())
                .count();
        if (alive > 1 && !unfindable(halo, made.reference)) {
            throw new Violation(
                    Promise.ONE_TICKET, made.ticketKey + " has " + alive + " tickets for " + made.reference);
        }
    }

    /** Halo lost the reference of one of these, or a person removed it: no look-up could have found it. */
    private static boolean unfindable(ModelHalo halo, @Nullable String reference) {
        return halo.tickets().stream()
                .anyMatch(ticket -> Objects.equals(ticket.reference, reference) && !ticket.findable(halo.lookup));
    }

    /** A note was written. */
    void noted(ModelTicket ticket, String html) {
        if (!notes.add(ticket.id + " " + ticket.ticketKey + " " + html)) {
            throw new Violation(Promise.NOTE_ONCE, "ticket " + ticket.id + " has this note twice: " + html);
        }
    }

    /** A ticket event can be read by sources. */
    void published(TicketNews news) {
        String detail = news.detail().getClass().getSimpleName();
        world.line.say(
                "news",
                () -> news.eventId() + " " + news.detail() + " by "
                        + news.causedBy().stream().map(cause -> cause.eventId()).toList());
        world.coverage.count("news", detail);
        ledger.told(news);
        if (news.detail() instanceof TicketNews.Created created) {
            String reference = news.eventId().substring(0, news.eventId().lastIndexOf("-e"));
            if (!createdNews.add(reference)) {
                throw new Violation(Promise.CREATED_ONCE, "TicketCreated twice for " + reference);
            }
            ownTicket(news, created.ticket().ticketId());
        }
    }

    /** A storm's ticket houses the matters of its organization. */
    private static boolean houses(ModelTicket ticket, String key) {
        return ticket.ticketKey != null && (ticket.ticketKey.equals(key) || ticket.ticketKey.endsWith("~storm"));
    }

    private void ownTicket(TicketNews news, long ticketId) {
        String key = news.identity().ticketKey();
        boolean own = world.sites.get(news.identity().connectionId()).halo.tickets().stream()
                .anyMatch(ticket -> ticket.id == ticketId && houses(ticket, key));
        if (!own) {
            throw new Violation(
                    Promise.OWN_TICKET, news.eventId() + " names ticket " + ticketId + ", which is not " + key + "'s");
        }
    }
}
