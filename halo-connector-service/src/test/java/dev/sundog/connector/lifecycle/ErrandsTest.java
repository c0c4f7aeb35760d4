package dev.sundog.connector.lifecycle;

import static dev.sundog.connector.lifecycle.Wishing.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.audit.Finding;
import dev.sundog.connector.audit.Remedy;
import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lane.LaneNews;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.status.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrandsTest implements Outbox {

    private final MemoryShelf shelf = new MemoryShelf();
    private final MemoryErrands errands = new MemoryErrands();
    private final List<Call> calls = new ArrayList<>();
    private final List<TicketNews> news = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private ErrandTerms terms = new ErrandTerms(Duration.ofMinutes(1), Duration.ZERO, Remedy.REPORT, 9L);
    private String reference = "";
    private Instant now = Wishing.START;
    private Deliveries deliveries = start();

    @Test
    void pollsOnceInAnIntervalFromTheFirstTicketOn() {
        pass(Duration.ofMinutes(3));
        assertThat(calls).isEmpty();

        made(7);
        poll();
        pass(Duration.ofSeconds(59));
        assertThat(calls).isEmpty();
        pass(Duration.ofSeconds(2));

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.ticketKey()).isEqualTo("a//poll");
            assertThat(call.operation()).isInstanceOf(Operation.ListChanged.class);
        });
    }

    @Test
    void readsATicketOfOursThatChangedAndTellsItsStatusOnce() {
        made(7);

        poll(changed(7, 5L, now), changed(99, 5L, now));
        pass(Duration.ofSeconds(20));
        Call read = taken();
        assertThat(read.operation()).isEqualTo(new Operation.ReadTicket(7));
        end(read, new CallEnd.Done(List.of(changed(7, 5L, now))));
        pass(Duration.ofSeconds(60));
        poll(changed(7, 5L, now));
        pass(Duration.ofSeconds(20));

        assertThat(calls).isEmpty();
        assertThat(news.stream().filter(one -> one.detail() instanceof TicketNews.StatusChanged))
                .hasSize(1);
    }

    @Test
    void readsATicketThatWasMergedThoughItsStatusIsKnown() {
        made(7);
        poll(changed(7, 1L, now));
        pass(Duration.ofSeconds(59));
        assertThat(calls).isEmpty();
        pass(Duration.ofSeconds(2));

        poll(new FoundTicket(7, "", 1L, null, false, null, null, 8L, false, false, now));
        pass(Duration.ofSeconds(20));

        assertThat(taken().operation()).isEqualTo(new Operation.ReadTicket(7));
    }

    @Test
    void readsOnceForANoticeThatCameTwiceAndNeverForAnothersTenant() {
        made(7);
        poll();

        deliveries.noticed(new Notice("n1", "another", "a", 7L, null), now);
        deliveries.noticed(new Notice("n0", "acme-msp", "a", 99L, null), now);
        deliveries.noticed(new Notice("n0", "acme-msp", "a", null, null), now);
        pass(Duration.ofSeconds(20));
        assertThat(calls).isEmpty();
        deliveries.noticed(new Notice("n1", "acme-msp", "a", 7L, null), now);
        pass(Duration.ofSeconds(20));

        end(taken(), new CallEnd.Done(List.of(changed(7, 5L, now))));
        deliveries.noticed(new Notice("n1", "acme-msp", "a", 7L, null), now);
        pass(Duration.ofSeconds(15));
        assertThat(calls).isEmpty();
    }

    @Test
    void pollsAgainWhenNoWordCameOfAPollEvenAfterARestart() {
        made(7);
        Call lost = taken();
        deliveries = start();

        pass(Duration.ofSeconds(120));

        Call again = taken();
        assertThat(again.operation()).isEqualTo(lost.operation());
        assertThat(again.callId()).isNotEqualTo(lost.callId());
    }

    @Test
    void doesNotPollWhereThatIsSwitchedOff() {
        terms = new ErrandTerms(Duration.ZERO, Duration.ZERO, Remedy.REPORT, 9L);
        made(7);

        pass(Duration.ofMinutes(30));

        assertThat(calls).isEmpty();
    }

    @Test
    void tellsOfADoubleOnceAndLeavesItAlone() {
        audited(Remedy.REPORT);

        end(taken(), new CallEnd.Done(List.of(carrying(7), carrying(8))));
        pass(Duration.ofMinutes(60).plusSeconds(1));
        end(taken(), new CallEnd.Done(List.of(carrying(7), carrying(8))));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.ticketKey()).isEqualTo("a/contoso/monitor/disk");
            assertThat(finding.keptTicketId()).isEqualTo(7);
            assertThat(finding.duplicateTicketIds()).containsExactly(8L);
        });
        assertThat(calls).isEmpty();
    }

    @Test
    void mergesADoubleAndClosesItWhereHaloDoesNotMerge() {
        audited(Remedy.MERGE);
        end(taken(), new CallEnd.Done(List.of(carrying(7), carrying(8))));

        pass(Duration.ofSeconds(1));
        Call merge = taken();
        assertThat(merge.operation()).isEqualTo(new Operation.MergeTickets(7, 8));
        end(merge, new CallEnd.Rejected("Halo did not carry it out"));
        pass(Duration.ofSeconds(1));

        Call close = taken();
        assertThat(close.operation()).isInstanceOfSatisfying(Operation.ChangeStatus.class, change -> {
            assertThat(change.ticketId()).isEqualTo(8);
            assertThat(change.statusId()).isEqualTo(9);
            assertThat(change.noteHtml()).contains("7");
        });
        end(close, done(8));
        pass(Duration.ofMinutes(5));
        assertThat(calls).isEmpty();
    }

    @Test
    void goesOnWithARepairAfterARestart() {
        audited(Remedy.MERGE);
        end(taken(), new CallEnd.Done(List.of(carrying(7), carrying(8))));
        pass(Duration.ofSeconds(1));
        Call lost = taken();
        deliveries = start();

        pass(Duration.ofMinutes(3));

        assertThat(taken().operation()).isEqualTo(lost.operation());
    }

    /** A ticket was made an hour ago and the auditor asks about it. */
    private void audited(Remedy remedy) {
        terms = new ErrandTerms(Duration.ZERO, Duration.ofHours(1), remedy, 9L);
        made(7);
        pass(Duration.ofMinutes(60).plusSeconds(1));
        assertThat(calls)
                .singleElement()
                .satisfies(call ->
                        assertThat(call.operation()).isEqualTo(new Operation.FindDuplicates(List.of(reference))));
    }

    private void made(long ticketId) {
        Wish wish = new Wish(
                "e" + ticketId,
                "disk",
                Goal.OPEN,
                Severity.MEDIUM,
                now,
                Wishing.fields(),
                "<p>note</p>",
                Wishing.CLOSES);
        deliveries.requested(new Input.Requested(Wishing.identity("a", "disk"), wish), now);
        reference = calls.getFirst().reference();
        end(taken(), new CallEnd.Done(List.of(changed(ticketId, 1L, now))));
    }

    private void poll(FoundTicket... changed) {
        Call poll = taken();
        assertThat(poll.operation()).isInstanceOf(Operation.ListChanged.class);
        end(poll, new CallEnd.Done(Arrays.asList(changed)));
    }

    private Call taken() {
        assertThat(calls).hasSize(1);
        return calls.removeFirst();
    }

    private void end(Call call, CallEnd end) {
        deliveries.ended(CallOutcome.of(call, end, 200, now, now), now);
    }

    private void pass(Duration time) {
        for (Instant until = now.plus(time); now.isBefore(until); now = now.plusMillis(500)) {
            deliveries.tick(now);
        }
    }

    private Deliveries start() {
        return new Deliveries(
                Wishing.TIMES,
                shelf,
                this,
                id -> Wishing.terms(1, true, 240, Duration.ofMinutes(5)),
                new ErrandPorts(errands, _ -> terms, findings::add));
    }

    private static FoundTicket changed(long ticketId, @Nullable Long statusId, Instant at) {
        return new FoundTicket(ticketId, "", statusId, null, false, null, null, null, false, false, at);
    }

    private FoundTicket carrying(long ticketId) {
        return new FoundTicket(ticketId, "", 1L, null, false, reference, null, null, false, false, null);
    }

    @Override
    public void send(Call call) {
        calls.add(call);
    }

    @Override
    public void lane(LaneNews lane) {}

    @Override
    public void publish(TicketNews one) {
        news.add(one);
    }

    @Override
    public void doubled(TicketIdentity identity, Effect.Doubled doubled) {}

    @Override
    public void commandRefused(String ticketKey, Effect.CommandRefused refused) {}

    @Override
    public void noteRefused(TicketIdentity identity, Effect.NoteRefused refused) {}
}
