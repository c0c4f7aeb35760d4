package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.StatusWords;
import dev.sundog.connector.lane.LaneNews;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.lane.StormTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/**
 * Delivery with a Halo in memory and a clock that is turned by hand. Where it is told to, it forgets everything but the shelf
 * between any two steps, as a process does that dies.
 */
final class VirtualSite implements Outbox {

    private static final Duration STEP = Duration.ofMillis(100);

    final VirtualHalo halo = new VirtualHalo();
    final MemoryShelf shelf = new MemoryShelf();
    final List<Call> calls = new ArrayList<>();
    final List<TicketNews> news = new ArrayList<>();
    final List<LaneNews> lanes = new ArrayList<>();
    LaneTerms terms = terms(240, new StormTerms(20, Duration.ofMinutes(1), Duration.ofMinutes(5)));
    Function<Call, CallEnd> weather = halo::answer;
    Duration latency = Duration.ofMillis(200);
    Instant now = Wishing.START;
    private final Queue<Call> out = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private final boolean dies;
    private Deliveries deliveries;

    VirtualSite(boolean dies) {
        this.dies = dies;
        this.deliveries = start();
    }

    static LaneTerms terms(int requests, StormTerms storm) {
        return new LaneTerms("acme-msp", 1, true, requests, Duration.ofMinutes(5), 20, storm, StatusWords.NONE);
    }

    void open(String organizationId, String dedupKey, Severity severity) {
        ask(organizationId, dedupKey, Goal.OPEN, severity);
    }

    void open(String organizationId, String dedupKey) {
        open(organizationId, dedupKey, Severity.MEDIUM);
    }

    void resolve(String organizationId, String dedupKey) {
        ask(organizationId, dedupKey, Goal.RESOLVED, Severity.MEDIUM);
    }

    private void ask(String organizationId, String dedupKey, Goal goal, Severity severity) {
        String key = "acme-halo/" + organizationId + "/monitor/" + dedupKey;
        String eventId = organizationId + "-" + dedupKey + "-" + goal + "-" + asked.size();
        asked.add(eventId);
        Wish wish = new Wish(
                eventId,
                dedupKey,
                goal,
                severity,
                now,
                Wishing.fields().saying("Alert " + dedupKey, "<p>details</p>"),
                "<p>note</p>",
                new LifeRules(true, 9, Duration.ZERO, Duration.ZERO));
        TicketIdentity identity = new TicketIdentity(key, "acme-msp", "acme-halo", organizationId, "monitor");
        deliveries().requested(new Input.Requested(identity, wish), now);
    }

    /** Time passes in small steps; calls end after the latency. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(STEP);
            while (!out.isEmpty() && !out.peek().issuedAt().plus(latency).isAfter(now)) {
                Call call = out.remove();
                CallOutcome outcome = CallOutcome.of(call, weather.apply(call), null, call.issuedAt(), now)
                        .took(call.operation().requests());
                deliveries().ended(outcome, now);
            }
            deliveries().tick(now);
        }
    }

    /** Every event that was sent has its end, and none has two. */
    void assertAllAnswered() {
        Map<String, Integer> ends = new HashMap<>();
        news.stream()
                .flatMap(it -> it.causedBy().stream())
                .map(Cause::eventId)
                .filter(asked::contains)
                .forEach(eventId -> ends.merge(eventId, 1, Integer::sum));
        assertThat(ends.keySet()).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(ends.values()).containsOnly(1);
    }

    /** Keys of tickets that were told to be created, without the storms' own. */
    List<String> created() {
        return news.stream()
                .filter(it -> it.detail() instanceof TicketNews.Created
                        && !it.identity().isStorm())
                .map(it -> it.identity().ticketKey())
                .toList();
    }

    <D extends TicketNews.Detail> List<D> news(Class<D> type, String dedupKey) {
        return news.stream()
                .filter(it -> it.identity().ticketKey().endsWith("/" + dedupKey))
                .map(TicketNews::detail)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private Deliveries deliveries() {
        if (dies) {
            deliveries = start();
        }
        return deliveries;
    }

    private Deliveries start() {
        return new Deliveries(Wishing.TIMES, shelf, this, _ -> terms);
    }

    @Override
    public void send(Call call) {
        assertThat(out).as("one call at a time").isEmpty();
        calls.add(call);
        out.add(call);
    }

    @Override
    public void lane(LaneNews said) {
        lanes.add(said);
    }

    @Override
    public void publish(TicketNews published) {
        news.add(published);
    }

    @Override
    public void doubled(TicketIdentity identity, Effect.Doubled doubled) {
        throw new AssertionError("doubled " + identity);
    }

    @Override
    public void commandRefused(String ticketKey, Effect.CommandRefused refused) {}

    @Override
    public void noteRefused(TicketIdentity identity, Effect.NoteRefused refused) {}
}
