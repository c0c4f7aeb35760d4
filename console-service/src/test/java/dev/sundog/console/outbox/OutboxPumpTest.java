package dev.sundog.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.console.TestDatabase;
import dev.sundog.console.meters.ConsoleMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The outbox on a real database, with a broker that may be away. */
class OutboxPumpTest {

    private final Semaphore bell = new Semaphore(0);
    private final JdbcOutbox outbox = outbox();
    private final Broker broker = new Broker();
    private final ConsoleMeters meters = new ConsoleMeters(new SimpleMeterRegistry());

    @Test
    void sendsInTheOrderOfEachObjectOnceTheBrokerIsBack() {
        broker.away = true;
        outbox.add(change("a", 1));
        outbox.add(change("b", 1));
        outbox.add(change("a", 2));
        outbox.add(new Outbox.Change("policies-v1", "a", 3, Optional.empty()));

        try (var pump = new OutboxPump(outbox, broker, bell, Duration.ofMillis(20), meters)) {
            pump.start();
            await().until(() -> broker.refused > 2);
            broker.away = false;
            await().untilAsserted(() -> assertThat(outbox.count()).isZero());
        }

        assertThat(broker.sent)
                .filteredOn(it -> it.key().equals("a"))
                .extracting(Outbox.Change::version)
                .containsExactly(1L, 2L, 3L);
        assertThat(broker.sent).hasSize(4);
    }

    @Test
    void sendsAtOnceWhenWoken() {
        try (var pump = new OutboxPump(outbox, broker, bell, Duration.ofHours(1), meters)) {
            pump.start();
            outbox.add(change("a", 1));
            outbox.wake();

            await().untilAsserted(() -> assertThat(broker.sent).hasSize(1));
        }
    }

    @Test
    void keepsWhatTheBrokerDidNotAcknowledge() {
        outbox.add(change("a", 1));
        outbox.add(change("b", 1));

        var sent = outbox.publish(changes -> List.of(changes.getFirst().sequence()));

        assertThat(sent).isEqualTo(1);
        assertThat(outbox.count()).isEqualTo(1);
    }

    @Test
    void neverSendsTwoChangesOfAnObjectAtOnce() {
        outbox.add(change("a", 1));
        outbox.add(change("a", 2));

        outbox.publish(changes -> {
            assertThat(changes).hasSize(1);
            return List.of();
        });

        assertThat(outbox.count()).isEqualTo(2);
    }

    private static Outbox.Change change(String key, long version) {
        return new Outbox.Change("policies-v1", key, version, Optional.of(Map.of("id", key, "version", version)));
    }

    private JdbcOutbox outbox() {
        var source = TestDatabase.migrated();
        return new JdbcOutbox(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                JsonMapper.shared(),
                InstantSource.fixed(Instant.EPOCH),
                bell);
    }

    /** Takes changes unless it is away. */
    private static final class Broker implements ChangeSender {

        private final List<Outbox.Change> sent = new CopyOnWriteArrayList<>();
        private volatile boolean away;
        private volatile int refused;

        @Override
        public Future<?> send(Outbox.Change change) {
            if (away) {
                refused++;
                return CompletableFuture.failedFuture(new IllegalStateException("away"));
            }
            sent.add(change);
            return CompletableFuture.completedFuture(null);
        }
    }
}
