package dev.sundog.connector.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Resilience4jCallGuardTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Answer<List<FoundTicket>> FINE = new Answer.Got<>(List.of(), 200);

    private final Resilience4jCallGuard guard = new Resilience4jCallGuard(Duration.ofMillis(300));
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        never.countDown();
        guard.close();
    }

    @Test
    void passesOnWhatTheExchangeAnswers() {
        assertThat(guard.run("acme-halo", sending(), () -> FINE)).isSameAs(FINE);
    }

    @Test
    void endsAnExchangeThatSentNothingInTimeAsNotSent() {
        Sending sending = sending();

        Answer<List<FoundTicket>> answer = guard.run("acme-halo", sending, this::hang);

        assertThat(end(answer)).isInstanceOf(CallEnd.NotSent.class);
        assertThat(sending.abandon()).isTrue();
    }

    @Test
    void callsAnExchangeUnknownThatSentSomethingAndHangs() {
        Sending sending = sending();

        Answer<List<FoundTicket>> answer = guard.run("acme-halo", sending, () -> {
            sending.begin();
            return hang();
        });

        assertThat(end(answer)).isInstanceOf(CallEnd.Unknown.class);
    }

    @Test
    void letsOneExchangeOfAConnectionOutAtATimeAndThoseOfOthersToo() throws Exception {
        CountDownLatch out = new CountDownLatch(1);
        CompletableFuture<Answer<List<FoundTicket>>> first =
                CompletableFuture.supplyAsync(() -> guard.run("acme-halo", sending(), () -> {
                    out.countDown();
                    return hang();
                }));
        out.await();

        assertThat(end(guard.run("acme-halo", sending(), () -> FINE)))
                .isEqualTo(new CallEnd.NotSent("another call to this connection is still out"));
        assertThat(guard.run("other-halo", sending(), () -> FINE)).isSameAs(FINE);

        assertThat(end(first.get())).isInstanceOf(CallEnd.NotSent.class);
        Awaitility.await()
                .untilAsserted(() -> assertThat(guard.run("acme-halo", sending(), () -> FINE))
                        .isSameAs(FINE));
    }

    @Test
    void neverOpensABreakerOfItsOwn() {
        for (int failure = 0; failure < 20; failure++) {
            guard.run("acme-halo", sending(), () -> new Answer.Ended<>(new CallEnd.NotSent("refused"), null));
        }

        assertThat(guard.run("acme-halo", sending(), () -> FINE)).isSameAs(FINE);
    }

    @Test
    void takesABugForUnsentOrUnknown() {
        Sending sending = sending();

        assertThat(end(guard.run("acme-halo", sending(), () -> {
                    throw new IllegalStateException("a bug");
                })))
                .isInstanceOf(CallEnd.NotSent.class);
        assertThat(end(guard.run("acme-halo", sending, () -> {
                    sending.begin();
                    throw new ExecutionException("a bug", null);
                })))
                .isInstanceOf(CallEnd.Unknown.class);
    }

    private Answer<List<FoundTicket>> hang() throws InterruptedException {
        never.await();
        return FINE;
    }

    private static Sending sending() {
        return new Sending(NOW.plusSeconds(20), InstantSource.fixed(NOW));
    }

    private static CallEnd end(Answer<List<FoundTicket>> answer) {
        assertThat(answer).isInstanceOf(Answer.Ended.class);
        return ((Answer.Ended<List<FoundTicket>>) answer).end();
    }
}
