package dev.sundog.local.chaos.check;

import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.world.Site;
import dev.sundog.local.chaos.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a flawless run of a plan would leave behind, to be spoilt at will. */
final class Recording {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    final Map<String, Instant> accepted = new HashMap<>();
    final Set<String> undecided = new HashSet<>();
    final List<Input> inputs = new ArrayList<>();
    final List<Decided> decisions = new ArrayList<>();
    final List<Requested> requests = new ArrayList<>();
    final List<Called> calls = new ArrayList<>();
    final List<Ended> ends = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final Map<String, Long> deadLetters = new HashMap<>();
    final List<Ticket> tickets = new ArrayList<>();
    final Map<String, String> gateway = new HashMap<>();
    final Map<String, String> console = new HashMap<>();
    final List<Lag> lags = new ArrayList<>();
    final List<String> hanging = new ArrayList<>();
    final Map<String, String> ill = new HashMap<>();

    private final World world;
    private final Map<String, Integer> episodes = new TreeMap<>();
    private final Map<String, Ticket> latest = new TreeMap<>();
    private final Map<String, Set<String>> firing = new HashMap<>();
    private long serial;

    private Recording(World world) {
        this.world = world;
    }

    static Recording of(World world, LoadPlan plan) {
        var recording = new Recording(world);
        plan.events().forEach(recording::record);
        return recording;
    }

    Evidence evidence() {
        return new Evidence(
                accepted,
                undecided,
                inputs,
                decisions,
                requests,
                calls,
                ends,
                told,
                deadLetters,
                tickets,
                gateway,
                console,
                lags,
                hanging,
                ill);
    }

    private void record(PlannedEvent event) {
        var at = BEGIN.plus(event.at());
        accepted.put(event.id(), at);
        if (event.fate() == Fate.DEAD) {
            inputs.add(new Input(place("alerts-v1"), ""));
            deadLetters.merge("alerts-v1", 1L, Long::sum);
            return;
        }
        inputs.add(new Input(place("alerts-v1"), event.id()));
        String outcome = event.fate() == Fate.TICKETED ? "ROUTED" : event.fate().name();
        String key = event.fate() == Fate.TICKETED ? keyOf(event) : "";
        decisions.add(new Decided(place("routing-decisions-v1"), event.id(), outcome, key, at));
        gateway.put(event.id(), event.fate().name());
        console.put(event.id(), event.fate().name());
        if (event.fate() == Fate.TICKETED) {
            requests.add(new Requested(place("ticket-requests-v1"), event.id(), key));
            deliver(event, key, at);
        }
    }

    private void deliver(PlannedEvent event, String key, Instant at) {
        var lasting = firing.computeIfAbsent(key, _ -> new HashSet<>());
        boolean changed = event.over() ? lasting.remove(event.dedupKey()) : lasting.add(event.dedupKey());
        Site site = world.siteOf(event.organizationId());
        Ticket ticket = latest.get(key);
        if (!lasting.isEmpty() && (ticket == null || (ticket.closed() && !site.reopens()))) {
            create(event, key, site, at);
        } else {
            boolean closed = lasting.isEmpty();
            Ticket now = new Ticket(
                    ticket.halo(), ticket.id(), ticket.reference(), ticket.customerId(), closed, ticket.summary());
            tickets.set(tickets.indexOf(ticket), now);
            latest.put(key, now);
            tell(closed && changed ? "TicketResolved" : "TicketUpdated", now, key, event, at);
        }
    }

    private void create(PlannedEvent event, String key, Site site, Instant at) {
        int episode = episodes.merge(key, 1, Integer::sum);
        String reference = "sd-" + key.hashCode() + "-" + episode;
        calls.add(new Called(
                place("halo-calls-v1"), "call-" + serial, site.connectionId(), key, "CREATE_TICKET", reference));
        ends.add(new Ended(place("halo-outcomes-v1"), "call-" + serial, "CREATE_TICKET", "DONE", true));
        var ticket = new Ticket(
                site.halo(),
                tickets.size() + 1L,
                reference,
                world.partyOf(event.organizationId()).customerId(),
                false,
                event.dedupKey());
        tickets.add(ticket);
        latest.put(key, ticket);
        tell("TicketCreated", ticket, key, event, at);
    }

    private void tell(String type, Ticket ticket, String key, PlannedEvent event, Instant at) {
        told.add(new Told(
                place("ticket-events-v1"),
                "news-" + serial,
                type,
                world.siteOf(event.organizationId()).connectionId(),
                key,
                ticket.id(),
                false,
                List.of(event.id()),
                at.plusMillis(80)));
    }

    private String keyOf(PlannedEvent event) {
        return world.siteOf(event.organizationId()).connectionId() + "/" + event.group();
    }

    private Place place(String topic) {
        return new Place(topic, 0, serial++);
    }
}
