package dev.sundog.connector.lifecycle;

import static dev.sundog.connector.lifecycle.Wishing.done;
import static dev.sundog.connector.lifecycle.Wishing.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lane.LaneNews;
import dev.sundog.connector.lane.LaneTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveriesTest implements Outbox {

    private final MemoryShelf shelf = new MemoryShelf();
    private final List<Call> calls = new ArrayList<>();
    private final List<LaneNews> lanes = new ArrayList<>();
    private final List<TicketNews> news = new ArrayList<>();
    private final Map<String, LaneTerms> terms = new HashMap<>(Map.of(
            "a", Wishing.terms(1, true, 240, Duration.ofMinutes(5)),
            "b", Wishing.terms(1, true, 240, Duration.ofMinutes(5))));
    private Instant now = Wishing.START;
    private Deliveries deliveries = start();

    @Test
    void sendsOneCallAtATimeToAConnection() {
        open("a", "disk");
        open("a", "memory");
        assertThat(calls).hasSize(1);

        end(calls.getFirst(), done(7));

        assertThat(calls).hasSize(2);
    }

    @Test
    void givesEachConnectionItsOwnLane() {
        open("a", "disk");
        open("b", "disk");

        assertThat(calls).extracting(Call::connectionId).containsExactly("a", "b");
    }

    @Test
    void pausesOnlyTheLaneThatIsRateLimited() {
        open("a", "disk");
        end(calls.getFirst(), new CallEnd.RateLimited(Duration.ofSeconds(60)));

        open("b", "disk");
        end(calls.getLast(), done(7));
        pass(Duration.ofSeconds(59));
        assertThat(calls).extracting(Call::connectionId).containsExactly("a", "b");

        pass(Duration.ofSeconds(1));
        assertThat(calls).extracting(Call::connectionId).containsExactly("a", "b", "a");
    }

    @Test
    void doublesThePauseWhenHaloNamesNone() {
        open("a", "disk");
        end(calls.getFirst(), new CallEnd.RateLimited(null));
        pass(Duration.ofSeconds(36));
        end(calls.get(1), new CallEnd.RateLimited(null));

        pass(Duration.ofSeconds(59));
        assertThat(calls).hasSize(2);
        pass(Duration.ofSeconds(13));
        assertThat(calls).hasSize(3);
    }

    @Test
    void takesSilenceForUnknownAndLooksAfterTheQuarantine() {
        open("a", "disk");

        pass(Duration.ofSeconds(33));
        assertThat(calls).hasSize(1);
        pass(Duration.ofSeconds(17));

        assertThat(calls).extracting(Call::operation).last().isInstanceOf(Operation.FindTicket.class);
    }

    @Test
    void servesOthersWhileOneTicketIsInQuarantine() {
        open("a", "disk");
        open("a", "memory");
        end(calls.getFirst(), new CallEnd.Unknown("reset"));
        assertThat(calls).hasSize(1);

        pass(Duration.ofSeconds(10));

        assertThat(calls).hasSize(2);
        assertThat(calls.getLast().ticketKey()).endsWith("memory");
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        open("a", "disk");
        open("a", "memory");
        deliveries = start();

        pass(Duration.ofSeconds(1));
        assertThat(calls).hasSize(1);
        end(calls.getFirst(), done(7));

        assertThat(calls).hasSize(2);
    }

    @Test
    void neverSpendsMoreThanTheBudgetInAnyWindow() {
        terms.put("a", Wishing.terms(1, true, 10, Duration.ofSeconds(60)));
        List<Instant> sent = new ArrayList<>();
        IntStream.range(0, 100).forEach(n -> open("a", "disk" + n));

        for (int seconds = 0; seconds < 300; seconds++) {
            while (sent.size() < calls.size()) {
                sent.add(now);
                end(calls.get(sent.size() - 1), done(sent.size()));
            }
            pass(Duration.ofSeconds(1));
        }

        assertThat(sent).hasSizeGreaterThan(40);
        for (Instant from : sent) {
            assertThat(sent.stream().filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(60))))
                    .hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void endsAPauseForCredentialsWhenTheConfigurationChanges() {
        open("a", "disk");
        end(calls.getFirst(), new CallEnd.AuthenticationFailed("401"));
        open("a", "memory");
        pass(Duration.ofSeconds(5));
        assertThat(calls).hasSize(1);

        terms.put("a", Wishing.terms(2, true, 240, Duration.ofMinutes(5)));
        pass(Duration.ofSeconds(1));

        assertThat(calls).hasSize(2);
    }

    @Test
    void sendsNothingToAConnectionThatIsOffOrUnknown() {
        terms.put("a", Wishing.terms(1, false, 240, Duration.ofMinutes(5)));
        open("a", "disk");
        open("nobody", "disk");

        assertThat(calls).isEmpty();
        assertThat(deliveries.census(now).pending()).isEqualTo(2);
    }

    @Test
    void letsAResolutionGoBeforeNewTickets() {
        open("a", "disk");
        open("a", "memory");
        end(calls.get(0), done(7));
        IntStream.range(0, 5).forEach(n -> open("a", "more" + n));
        ask("a", "disk", Goal.RESOLVED);

        end(calls.get(1), done(8));

        assertThat(calls.getLast().operation()).isInstanceOf(Operation.ChangeStatus.class);
    }

    private Deliveries start() {
        return new Deliveries(Wishing.TIMES, shelf, this, terms::get);
    }

    private void open(String connectionId, String dedupKey) {
        ask(connectionId, dedupKey, Goal.OPEN);
    }

    private void ask(String connectionId, String dedupKey, Goal goal) {
        Wish wish = wish(dedupKey + goal, dedupKey, goal, Wishing.CLOSES);
        deliveries.requested(new Input.Requested(Wishing.identity(connectionId, dedupKey), wish), now);
    }

    private void end(Call call, CallEnd end) {
        deliveries.ended(CallOutcome.of(call, end, null, now, now), now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        deliveries.tick(now);
    }

    @Override
    public void send(Call call) {
        calls.add(call);
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
    public void doubled(TicketIdentity identity, Effect.Doubled doubled) {}

    @Override
    public void commandRefused(String ticketKey, Effect.CommandRefused refused) {}

    @Override
    public void noteRefused(TicketIdentity identity, Effect.NoteRefused refused) {}
}
