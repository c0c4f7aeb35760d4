package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sundog.event.Alert;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes were put together by hand from the Avro specification, not by the code under test. */
class GoldenBytesTest {

    private static final String BODY = "046531" // eventId e1
            + "066d6f6e" // source mon
            + "0e636f6e746f736f" // organizationId contoso
            + "086469736b" // dedupKey disk
            + "00" // status FIRING
            + "02" // severity HIGH
            + "124469736b2066756c6c" // title Disk full
            + "00" // no description
            + "00" // no category
            + "f699d2dfbf68" // occurredAt
            + "00" // no resources
            + "0208686f73740664623100" // labels host=db1
            + "00"; // no links
    private static final String DISK_FULL = "00" + "00000007" + BODY;
    private static final String SCHEMA =
            "{\"id\":7,\"schema\":\"" + Events.cleanAlert().toString().replace("\"", "\\\"") + "\"}";

    private FakeRegistry registry;
    private Serdes serdes;

    @BeforeEach
    void start() {
        registry = FakeRegistry.start()
                .answer("/subjects/alerts-v1-value", 200, "{\"id\":7,\"version\":1,\"subject\":\"alerts-v1-value\"}")
                .answer("/schemas/ids/7?fetchMaxId=false", 200, SCHEMA)
                .answer("/schemas/guids/89791762-2336-4186-9674-299b90a802e2", 200, SCHEMA);
        serdes = Serdes.of(registry.url(), Map.of("auto.register.schemas", "false", "specific.avro.reader", "true"));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void writesAnAlert() {
        assertThat(serdes.serializer().serialize("alerts-v1", Events.diskFull()))
                .asHexString()
                .isEqualToIgnoringCase(DISK_FULL);
    }

    @Test
    void readsAnAlert() {
        assertThat(serdes.deserializer().deserialize("alerts-v1", bytes(DISK_FULL)))
                .isEqualTo(Events.diskFull());
    }

    @Test
    void readsAnAlertWhoseSchemaIsNamedInTheHeader() {
        Headers headers = new RecordHeaders().add("__value_schema_id", bytes("0189791762233641869674299b90a802e2"));

        assertThat(serdes.deserializer().deserialize("alerts-v1", headers, bytes(BODY)))
                .isEqualTo(Events.diskFull());
    }

    @Test
    void readsAGenericRecordWhereNothingElseIsAskedFor() {
        Serdes generic = Serdes.of(registry.url(), Map.of());

        assertThat(generic.deserializer().deserialize("alerts-v1", bytes(DISK_FULL)))
                .isInstanceOfSatisfying(
                        GenericRecord.class,
                        alert -> assertThat(alert.get("title")).hasToString("Disk full"));
    }

    @Test
    void asksTheRegistryOnceForEachWay() {
        for (int i = 0; i < 3; i++) {
            serdes.serializer().serialize("alerts-v1", Events.diskFull());
            serdes.deserializer().deserialize("alerts-v1", bytes(DISK_FULL));
        }

        assertThat(registry.requests())
                .extracting(FakeRegistry.Request::path)
                .containsExactly("/subjects/alerts-v1-value", "/schemas/ids/7?fetchMaxId=false");
        assertThat(registry.requests().getFirst().body()).doesNotContain("avro.java.string");
    }

    @Test
    void hasNothingForNothing() {
        assertThat(serdes.serializer().serialize("alerts-v1", null)).isNull();
        assertThat(serdes.deserializer().deserialize("alerts-v1", null)).isNull();
    }

    @Test
    void keepsBytesAloneWithoutALength() {
        registry.answer("/subjects/raw-value", 200, "{\"id\":9}")
                .answer("/schemas/ids/9?fetchMaxId=false", 200, "{\"schema\":\"\\\"bytes\\\"\"}");

        byte[] record = serdes.serializer().serialize("raw", bytes("cafe"));

        assertThat(record).asHexString().isEqualToIgnoringCase("0000000009cafe");
        assertThat(serdes.deserializer().deserialize("raw", record)).isEqualTo(bytes("cafe"));
    }

    @Test
    void writesAText() {
        registry.answer("/subjects/text-value", 200, "{\"id\":8}")
                .answer("/schemas/ids/8?fetchMaxId=false", 200, "{\"schema\":\"\\\"string\\\"\"}");

        byte[] record = serdes.serializer().serialize("text", "hé");

        assertThat(record).asHexString().isEqualToIgnoringCase("00000000080668c3a9");
        assertThat(serdes.deserializer().deserialize("text", record)).isEqualTo("hé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"046531", "ffffffffffffffffff01", "feffffff0f", "0102"})
    void callsABodyUndecodableThatIsNotWhatTheSchemaSays(String body) {
        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize("alerts-v1", bytes("0000000007" + body)))
                .withMessageContaining("alerts-v1, schema id 7: the body is not what the schema says");
    }

    @Test
    void callsARecordUndecodableThatIsCutAnywhere() {
        byte[] whole = bytes(DISK_FULL);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(UndecodableRecordException.class)
                    .as("cut after %d bytes", length)
                    .isThrownBy(() -> serdes.deserializer().deserialize("alerts-v1", cut));
        }
    }

    @Test
    void callsARecordUndecodableThatGoesOnBehindItsBody() {
        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize("alerts-v1", bytes(DISK_FULL + "00")))
                .withMessageContaining("bytes are left");
    }

    @Test
    void namesTheFieldThatCannotBeWritten() {
        Alert alert = Events.diskFull();
        alert.setLabels(Map.of("host", "db1"));
        alert.put(6, null);

        assertThatExceptionOfType(org.apache.kafka.common.errors.SerializationException.class)
                .isThrownBy(() -> serdes.serializer().serialize("alerts-v1", alert))
                .withMessageContaining("dev.sundog.event.Alert")
                .withMessageContaining("title");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
