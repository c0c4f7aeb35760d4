package dev.sundog.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.avro.ConfluentAvroSerializer;
import dev.sundog.connector.audit.Remedy;
import dev.sundog.connector.call.StatusWords;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.StormTerms;
import dev.sundog.connector.lifecycle.DeliveryTimes;
import dev.sundog.connector.lifecycle.ErrandTerms;
import dev.sundog.connector.meters.ConnectorMeters;
import dev.sundog.contract.Headers;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.CallResult;
import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloNotice;
import dev.sundog.delivery.HaloOperation;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.ObservedTicket;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import dev.sundog.event.TicketStatusChanged;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTopologyTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Map<String, Object> REGISTRY = Map.of(
            "schema.registry.url", "mock://delivery", "auto.register.schemas", true, "specific.avro.reader", true);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver = driver();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void makesATicketOfARequest() {
        request(Requests.open("acme-halo", "disk", "e1", START));
        HaloCall call = calls().getFirst();

        outcome(call, CallResult.DONE, 7L);

        assertThat(call.getOperation()).isEqualTo(HaloOperation.CREATE_TICKET);
        assertThat(call.getNotAfter()).isEqualTo(START.plusSeconds(20));
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getCausedBy()).containsExactly("e1");
            assertThat(event.getDetail()).isInstanceOf(TicketCreated.class);
        });
        assertThat(meters.get("sundog.event.to.ticket").timer().count()).isEqualTo(1);
    }

    @Test
    void looksForALostCreateWhenItsTimeComes() {
        request(Requests.open("acme-halo", "disk", "e1", START));
        outcome(calls().getFirst(), CallResult.UNKNOWN, null);

        driver.advanceWallClockTime(Duration.ofSeconds(29));
        assertThat(calls()).isEmpty();
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        assertThat(calls()).extracting(HaloCall::getOperation).containsExactly(HaloOperation.FIND_TICKET);
    }

    @Test
    void readsATicketThatANoticeIsAboutAndTellsItsStatusOnce() {
        request(Requests.open("acme-halo", "disk", "e1", START));
        outcome(calls().getFirst(), CallResult.DONE, 7L);
        events();

        notice("n1", 7L);
        notice("n1", 7L);
        notice("n2", 8L);
        driver.advanceWallClockTime(Duration.ofSeconds(16));

        HaloCall read = calls().getFirst();
        assertThat(read.getOperation()).isEqualTo(HaloOperation.READ_TICKET);
        assertThat(read.getTicketId()).isEqualTo(7);
        assertThat(calls()).isEmpty();

        outcome(read, CallResult.DONE, 7L, 5L);

        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event.getDetail())
                        .isInstanceOfSatisfying(
                                TicketStatusChanged.class,
                                changed -> assertThat(changed.getHaloStatusId()).isEqualTo(5)));
        notice("n1", 7L);
        driver.advanceWallClockTime(Duration.ofMinutes(1));
        assertThat(calls()).isEmpty();
    }

    private void notice(String noticeId, long ticketId) {
        HaloNotice notice = HaloNotice.newBuilder()
                .setNoticeId(noticeId)
                .setTenantId("acme-msp")
                .setConnectionId("acme-halo")
                .setReceivedAt(START)
                .setTicketId(ticketId)
                .build();
        input(Topics.HALO_NOTICES.name("")).pipeInput("acme-halo", notice);
    }

    @Test
    void keepsWhatItCannotReadAsADeadLetter() {
        driver.createInputTopic(Topics.TICKET_REQUESTS.name(""), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("key", "no avro".getBytes(StandardCharsets.UTF_8));

        TestRecord<String, byte[]> dead = driver.createOutputTopic(
                        Topics.TICKET_REQUESTS.deadLetters().name(""),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())
                .readRecord();
        assertThat(dead.key()).isEqualTo("key");
        assertThat(dead.value()).asString().isEqualTo("no avro");
        assertThat(dead.headers().lastHeader(Headers.DEAD_REASON).value()).isNotEmpty();
        assertThat(dead.headers().lastHeader(Headers.DEAD_TOPIC).value())
                .asString()
                .isEqualTo("ticket-requests-v1");
    }

    @Test
    void showsHowTheLanesStand() {
        request(Requests.open("acme-halo", "disk", "e1", START));
        request(Requests.open("acme-halo", "memory", "e2", START));

        driver.advanceWallClockTime(Duration.ofSeconds(5));

        assertThat(meters.get("sundog.lane.pending").gauge().value()).isEqualTo(1);
        assertThat(meters.get("sundog.lane.oldest").gauge().value()).isGreaterThan(3);
        assertThat(meters.get("sundog.lanes").tag("state", "CALLING").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void looksForALostCreateWhenItsTimeComesAfterARestart() {
        request(Requests.open("acme-halo", "disk", "e1", START));
        outcome(calls().getFirst(), CallResult.UNKNOWN, null);

        MockProcessorContext<String, Object> restarted = restart();

        assertThat(sentAt(restarted, START.plusSeconds(29))).isEmpty();
        assertThat(sentAt(restarted, START.plusSeconds(31)))
                .extracting(HaloCall::getOperation)
                .containsExactly(HaloOperation.FIND_TICKET);
    }

    @Test
    void knowsAfterARestartThatACallIsOutAndHowLongItWaitsForIt() {
        request(Requests.open("acme-halo", "disk", "e1", START));
        request(Requests.open("acme-halo", "memory", "e2", START));

        MockProcessorContext<String, Object> restarted = restart();

        assertThat(sentAt(restarted, START.plusSeconds(31))).isEmpty();
        assertThat(sentAt(restarted, START.plusSeconds(33)))
                .extracting(HaloCall::getOperation, HaloCall::getTicketKey)
                .containsExactly(tuple(HaloOperation.CREATE_TICKET, Requests.key("acme-halo", "memory")));
    }

    /** Another process, with nothing but what the changelogs hold. */
    private MockProcessorContext<String, Object> restart() {
        MockProcessorContext<String, Object> context = new MockProcessorContext<>();
        restore(context, KafkaDeliveryTopology.TICKETS, AvroStateSerde.tickets());
        restore(context, KafkaDeliveryTopology.LANES, AvroStateSerde.lanes());
        restore(context, KafkaDeliveryTopology.STORMS, AvroStateSerde.storms());
        restore(context, KafkaErrandShelf.BY_HALO_ID, AvroStateSerde.knownTickets());
        restore(context, KafkaErrandShelf.POLLS, AvroStateSerde.polls());
        restore(context, KafkaErrandShelf.AUDITS, AvroStateSerde.audits());
        restore(context, KafkaErrandShelf.READINGS, AvroStateSerde.readings());
        new KafkaDeliveryProcessor(delivery()).init(context);
        return context;
    }

    private <T> void restore(MockProcessorContext<String, Object> context, String name, Serde<T> values) {
        KeyValueStore<String, T> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        TestOutputTopic<String, T> changelog = driver.createOutputTopic(
                "connector-" + name + "-changelog", new StringDeserializer(), values.deserializer());
        changelog.readKeyValuesToMap().forEach(store::put);
    }

    private static List<HaloCall> sentAt(MockProcessorContext<String, Object> context, Instant now) {
        context.setCurrentSystemTimeMs(now.toEpochMilli());
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(now.toEpochMilli());
        return context.forwarded(KafkaDeliveryTopology.CALLS).stream()
                .map(forwarded -> (HaloCall) forwarded.record().value())
                .toList();
    }

    private TopologyTestDriver driver() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "connector");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, KafkaBoundedMemory.class);
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG, System.getProperty("java.io.tmpdir") + "/ttd-" + System.nanoTime());
        return new TopologyTestDriver(delivery().addTo(new Topology()), settings, START);
    }

    private KafkaDeliveryTopology delivery() {
        ConfluentAvroSerializer<Object> values = new ConfluentAvroSerializer<>();
        values.configure(REGISTRY, false);
        return new KafkaDeliveryTopology(
                new DeliveryTimes(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(30)),
                id -> new LaneTerms(
                        "acme-msp",
                        1,
                        true,
                        240,
                        Duration.ofMinutes(5),
                        20,
                        new StormTerms(20, Duration.ofMinutes(1), Duration.ofMinutes(5)),
                        StatusWords.NONE),
                new FixedErrands(new ErrandTerms(Duration.ZERO, Duration.ZERO, Remedy.REPORT, 9L), Map.of()),
                new ConnectorMeters(meters),
                new AvroPorts("", reader(), values));
    }

    private void request(TicketRequest request) {
        input(Topics.TICKET_REQUESTS.name("")).pipeInput(request.getTicketKey(), request);
    }

    private void outcome(HaloCall call, CallResult result, Long ticketId) {
        outcome(call, result, ticketId, 1L);
    }

    private void outcome(HaloCall call, CallResult result, Long ticketId, Long statusId) {
        HaloOutcome outcome = HaloOutcome.newBuilder()
                .setCallId(call.getCallId())
                .setTicketKey(call.getTicketKey())
                .setTenantId(call.getTenantId())
                .setConnectionId(call.getConnectionId())
                .setOperation(call.getOperation())
                .setResult(result)
                .setSentAt(START)
                .setEndedAt(START)
                .setTickets(
                        ticketId == null
                                ? List.of()
                                : List.of(ObservedTicket.newBuilder()
                                        .setStatusId(statusId)
                                        .setTicketId(ticketId)
                                        .setTicketUrl("https://halo/ticket?id=" + ticketId)
                                        .build()))
                .build();
        input(Topics.HALO_OUTCOMES.name("")).pipeInput(call.getTicketKey(), outcome);
    }

    private TestInputTopic<String, Object> input(String topic) {
        ConfluentAvroSerializer<Object> values = new ConfluentAvroSerializer<>();
        values.configure(REGISTRY, false);
        return driver.createInputTopic(topic, new StringSerializer(), values);
    }

    private List<HaloCall> calls() {
        return output(Topics.HALO_CALLS.name(""), DeliveryTopologyTest.<HaloCall>reader());
    }

    private List<TicketEvent> events() {
        return output(Topics.TICKET_EVENTS.name(""), DeliveryTopologyTest.<TicketEvent>reader());
    }

    private <T> List<T> output(String topic, Deserializer<T> values) {
        TestOutputTopic<String, T> output = driver.createOutputTopic(topic, new StringDeserializer(), values);
        return output.readValuesToList();
    }

    private static <T> ConfluentAvroDeserializer<T> reader() {
        ConfluentAvroDeserializer<T> reader = new ConfluentAvroDeserializer<>();
        reader.configure(REGISTRY, false);
        return reader;
    }
}
