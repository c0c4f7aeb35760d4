package dev.sundog.connector.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.connector.call.AvroCalls;
import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.connection.ConnectionDirectory;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import dev.sundog.connector.meters.ConnectorMeters;
import dev.sundog.contract.Headers;
import dev.sundog.delivery.HaloCall;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

class HaloCallListenerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Map<String, Object> REGISTRY =
            Map.of("schema.registry.url", "mock://caller", "auto.register.schemas", true, "specific.avro.reader", true);

    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final List<CallOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<byte[], byte[]> graves =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final HaloCallListener listener = listener();

    @Test
    void commitsBeforeItCalls() {
        listener.onMessage(List.of(message(call("c1")), message(call("c2"))), () -> steps.add("committed"));
        listener.stop();

        assertThat(steps).containsExactly("committed", "called", "called");
        assertThat(outcomes)
                .extracting(CallOutcome::callId, outcome -> outcome.end().label())
                .containsExactlyInAnyOrder(tuple("c1", "NOT_SENT"), tuple("c2", "NOT_SENT"));
        assertThat(meters.get("sundog.halo.calls").counter().count()).isEqualTo(2);
    }

    @Test
    void callsNothingWhenItCouldNotCommit() {
        assertThatThrownBy(() -> listener.onMessage(List.of(message(call("c1"))), () -> {
                    throw new IllegalStateException("the partition is another's by now");
                }))
                .isInstanceOf(BatchListenerFailedException.class);
        listener.stop();

        assertThat(steps).isEmpty();
        assertThat(outcomes).isEmpty();
    }

    @Test
    void neverSendsACallThatIsTooLate() {
        Call late = new Call(
                "c1", "key", "acme-msp", "acme-halo", 1, NOW, NOW.minusMillis(1), "sd-a", new Operation.FindTicket());

        listener.onMessage(List.of(message(late)), () -> steps.add("committed"));
        listener.stop();

        assertThat(steps).containsExactly("committed");
        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.end()).isEqualTo(new CallEnd.Expired());
            assertThat(outcome.sentAt()).isNull();
        });
    }

    @Test
    void keepsWhatItCannotReadAndMakesTheOtherCalls() {
        byte[] noise = "no avro".getBytes(StandardCharsets.UTF_8);

        listener.onMessage(
                List.of(new ConsumerRecord<>("halo-calls-v1", 0, 5, null, noise), message(call("c1"))),
                () -> steps.add("committed"));
        listener.stop();

        assertThat(steps).containsExactly("committed", "called");
        assertThat(graves.history()).singleElement().satisfies(dead -> {
            assertThat(dead.topic()).isEqualTo("halo-calls-v1-dlt");
            assertThat(dead.value()).isEqualTo(noise);
            assertThat(dead.headers().lastHeader(Headers.DEAD_OFFSET).value())
                    .asString()
                    .isEqualTo("5");
        });
    }

    @Test
    void goesOnAfterAnOutcomeThatCouldNotBeTold() {
        listener.onMessage(List.of(message(call("broken"))), () -> {});
        listener.onMessage(List.of(message(call("c2"))), () -> {});
        listener.stop();

        assertThat(outcomes).extracting(CallOutcome::callId).containsExactly("c2");
    }

    @Test
    void waitsForTheCallThatIsOutAndTellsItsOutcome() throws Exception {
        CountDownLatch out = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        HaloCallListener slow = listener(_ -> {
            out.countDown();
            awaited(answer);
            return Optional.empty();
        });
        slow.onMessage(List.of(message(call("c1"))), () -> {});
        out.await();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(slow::stop);
        assertThat(stopped).isNotDone();
        answer.countDown();

        stopped.join();
        assertThat(outcomes).extracting(CallOutcome::callId).containsExactly("c1");
    }

    @Test
    void beginsNoCallAfterItWasStopped() {
        listener.stop();

        assertThatThrownBy(() -> listener.onMessage(List.of(message(call("c1"))), () -> {}))
                .isInstanceOf(RejectedExecutionException.class);

        assertThat(steps).isEmpty();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HaloCallListener listener() {
        return listener(this::noConnection);
    }

    private HaloCallListener listener(ConnectionDirectory connections) {
        ConfluentAvroDeserializer<HaloCall> values = new ConfluentAvroDeserializer<>();
        values.configure(REGISTRY, false);
        HaloCaller caller = new HaloCaller(connections, NoHalo.halo(), this::unguarded, InstantSource.fixed(NOW));
        return new HaloCallListener(
                new KafkaCallIntake(new AvroCallReader(values), new KafkaDeadCalls("", graves)),
                caller,
                this::tell,
                new ConnectorMeters(meters),
                Duration.ofSeconds(5));
    }

    private Optional<HaloConnection> noConnection(String connectionId) {
        steps.add("called");
        return Optional.empty();
    }

    private <T> Answer<T> unguarded(String connectionId, Sending sending, Callable<Answer<T>> exchange) {
        throw new AssertionError("nothing may be sent without a connection");
    }

    private void tell(CallOutcome outcome) {
        if (outcome.callId().equals("broken")) {
            throw new IllegalStateException("a bug");
        }
        outcomes.add(outcome);
    }

    private static Call call(String callId) {
        return new Call(
                callId,
                "key",
                "acme-msp",
                "acme-halo",
                1,
                NOW,
                NOW.plusSeconds(20),
                "sd-a",
                new Operation.FindTicket());
    }

    private static ConsumerRecord<byte[], byte[]> message(Call call) {
        ConfluentAvroSerializer<HaloCall> values = new ConfluentAvroSerializer<>();
        values.configure(REGISTRY, false);
        return new ConsumerRecord<>(
                "halo-calls-v1", 0, 0, null, values.serialize("halo-calls-v1", AvroCalls.write(call)));
    }
}
