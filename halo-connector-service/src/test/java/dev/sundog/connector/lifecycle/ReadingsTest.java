package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.ReferenceItem;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.call.ReferencePage;
import dev.sundog.connector.lane.LaneNews;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.reference.ReadTerms;
import dev.sundog.connector.reference.ReferenceNews;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadingsTest implements Outbox {

    private static final int KINDS = ReferenceKind.values().length;

    private final List<Call> calls = new ArrayList<>();
    private final List<ReferenceNews> news = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final MemoryShelf shelf = new MemoryShelf();
    private final MemoryErrands errands = new MemoryErrands();
    private final Map<String, ReadTerms> connections = new TreeMap<>();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private Deliveries deliveries = start();

    @Test
    void readsEverythingWhenAConnectionIsSeenForTheFirstTime() {
        connections.put("a", terms(true, "f1"));

        readAll();

        assertThat(news).hasSize(KINDS);
        pass(Duration.ofMinutes(5));
        assertThat(calls).isEmpty();
    }

    @Test
    void readsEverythingAgainWhenTheCredentialsChange() {
        connections.put("a", terms(true, "f1"));
        readAll();
        connections.put("a", terms(true, "f2"));

        readAll();

        assertThat(news).hasSize(2 * KINDS);
    }

    @Test
    void readsEverythingAgainInTheNight() {
        connections.put("a", terms(true, "f1"));
        readAll();

        now = now.plus(Duration.ofHours(17));
        readAll();

        assertThat(news).hasSize(2 * KINDS);
    }

    @Test
    void readsOnACommandAloneWhereItIsSwitchedOff() {
        connections.put("a", terms(false, "f1"));
        pass(Duration.ofMinutes(5));
        assertThat(calls).isEmpty();

        deliveries.readReference("a", "acme-msp", "c1", now);
        readAll();

        assertThat(news).hasSize(KINDS);
    }

    @Test
    void refusesTheCommandOfAnotherTenant() {
        connections.put("a", terms(false, "f1"));

        deliveries.readReference("a", "other-msp", "c1", now);
        deliveries.readReference("b", "acme-msp", "c2", now);
        pass(Duration.ofSeconds(10));

        assertThat(refused).containsExactly("c1", "c2");
        assertThat(calls).isEmpty();
    }

    @Test
    void goesOnWithThePageThatWasLostWhenEverythingWasRestarted() {
        connections.put("a", terms(true, "f1"));
        pass(Duration.ofSeconds(3));
        end(taken(), page());
        Call lost = taken();
        deliveries = start();

        pass(Duration.ofSeconds(120));

        Call again = taken();
        assertThat(again.operation()).isEqualTo(lost.operation());
        assertThat(again.callId()).isNotEqualTo(lost.callId());
        assertThat(news).hasSize(1);
    }

    @Test
    void letsANewTicketGoFirst() {
        connections.put("a", terms(true, "f1"));
        pass(Duration.ofSeconds(3));
        Call reading = taken();
        Wish wish = new Wish(
                "e1", "disk", Goal.OPEN, Severity.MEDIUM, now, Wishing.fields(), "<p>note</p>", Wishing.CLOSES);

        deliveries.requested(new Input.Requested(Wishing.identity("a", "disk"), wish), now);
        end(reading, page());

        assertThat(taken().operation()).isInstanceOf(Operation.CreateTicket.class);
    }

    @Test
    void keepsTheReservedShareOfTheBudgetForOthers() {
        connections.put("a", terms(true, "f1"));
        deliveries = start(10);
        int made = 0;
        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            while (!calls.isEmpty()) {
                made++;
                end(taken(), page());
            }
        }

        assertThat(made).isEqualTo(8);
    }

    @Test
    void takesEverythingBackWhenTheConnectionIsGone() {
        connections.put("a", terms(true, "f1"));
        readAll();
        connections.clear();
        news.clear();

        pass(Duration.ofSeconds(5));

        assertThat(news).hasSize(KINDS).allSatisfy(part -> assertThat(part).isInstanceOf(ReferenceNews.Gone.class));
        assertThat(errands.readings).isEmpty();
    }

    private void readAll() {
        for (int kind = 0; kind < KINDS; kind++) {
            pass(Duration.ofSeconds(3));
            end(taken(), page());
        }
    }

    private Call taken() {
        assertThat(calls).hasSize(1);
        return calls.removeFirst();
    }

    private void end(Call call, CallEnd end) {
        deliveries.ended(CallOutcome.of(call, end, 200, now, now), now);
    }

    private static CallEnd page() {
        List<ReferenceItem> items = List.of(ReferenceItem.of(1, "one"));
        return new CallEnd.Done(List.of(), new ReferencePage(ReferencePage.Result.READ, null, items, 1L, false));
    }

    private void pass(Duration time) {
        for (Instant until = now.plus(time); now.isBefore(until); now = now.plusMillis(500)) {
            deliveries.tick(now);
        }
    }

    private Deliveries start() {
        return start(240);
    }

    private Deliveries start(int budget) {
        ReferencePorts reference = new ReferencePorts(() -> connections.keySet(), connections::get, news::add);
        return new Deliveries(
                Wishing.TIMES,
                shelf,
                this,
                _ -> reserving(Wishing.terms(1, true, budget, Duration.ofMinutes(5))),
                new ErrandPorts(errands, _ -> null, _ -> {}, reference));
    }

    private static LaneTerms reserving(LaneTerms terms) {
        return new LaneTerms(
                terms.tenantId(),
                terms.version(),
                terms.enabled(),
                terms.requests(),
                terms.window(),
                20,
                terms.storm(),
                terms.words());
    }

    private static ReadTerms terms(boolean wanted, String fingerprint) {
        return new ReadTerms("acme-msp", wanted, fingerprint, Duration.ofSeconds(5), ZoneOffset.UTC);
    }

    @Override
    public void send(Call call) {
        calls.add(call);
    }

    @Override
    public void lane(LaneNews lane) {}

    @Override
    public void publish(TicketNews one) {}

    @Override
    public void doubled(TicketIdentity identity, Effect.Doubled doubled) {}

    @Override
    public void commandRefused(String ticketKey, Effect.CommandRefused command) {
        refused.add(command.commandId());
    }

    @Override
    public void noteRefused(TicketIdentity identity, Effect.NoteRefused note) {}
}
