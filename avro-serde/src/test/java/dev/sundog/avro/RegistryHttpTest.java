package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryHttpTest {

    private static final byte[] RECORD = {0, 0, 0, 0, 7, 2};
    private static final String INT = "{\"schema\":\"\\\"int\\\"\"}";
    private static final String BY_ID = "/schemas/ids/7?fetchMaxId=false";

    @Test
    void asksTheNextAddressWhenOneDoesNotAnswer() {
        try (FakeRegistry broken = FakeRegistry.start().answerAll(503, "");
                FakeRegistry good = FakeRegistry.start().answer(BY_ID, 200, INT)) {
            Serdes serdes =
                    Serdes.of("http://127.0.0.1:" + closedPort() + ", " + broken.url() + "/," + good.url(), Map.of());

            assertThat(read(serdes)).isEqualTo(1);
            assertThat(broken.requests()).hasSize(1);
        }
    }

    @Test
    void beginsWithTheAddressThatAnsweredLast() {
        try (FakeRegistry broken = FakeRegistry.start().answerAll(503, "");
                FakeRegistry good = FakeRegistry.start()
                        .answer(BY_ID, 200, INT)
                        .answer("/schemas/ids/8?fetchMaxId=false", 200, INT)) {
            SchemaRegistryClient client =
                    SchemaRegistryClient.create(Map.of("schema.registry.url", broken.url() + "," + good.url()));

            client.schema(7);
            client.schema(8);

            assertThat(broken.requests()).hasSize(1);
            assertThat(good.requests()).hasSize(2);
        }
    }

    @Test
    void isRetriableWhileTheRegistryIsAwayAndReadsOnceItIsBack() {
        int port = closedPort();
        Serdes serdes = Serdes.of("http://127.0.0.1:" + port, Map.of());

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> read(serdes))
                .isInstanceOf(RetriableException.class)
                .withMessageContaining("GET " + BY_ID)
                .withMessageContaining("http://127.0.0.1:" + port + ": ConnectException");
        try (var _ = FakeRegistry.startOn(port).answer(BY_ID, 200, INT)) {
            assertThat(read(serdes)).isEqualTo(1);
        }
        assertThat(read(serdes)).as("from memory").isEqualTo(1);
    }

    @Test
    void isRetriableForAWriterToo() {
        Serdes serdes = Serdes.of("http://127.0.0.1:" + closedPort(), Map.of());

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> serdes.serializer().serialize("alerts-v1", Events.diskFull()))
                .withMessageContaining("POST /subjects/alerts-v1-value/versions");
    }

    @Test
    @Timeout(20)
    void doesNotWaitForEverForABodyThatStalls() {
        try (FakeRegistry registry = FakeRegistry.start().stall()) {
            Serdes serdes =
                    Serdes.of(registry.url(), Map.of("http.connect.timeout.ms", "200", "http.read.timeout.ms", 300));

            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(() -> read(serdes))
                    .withMessageContaining("TimeoutException");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"error_code\":50001,\"message\":\"store\"} | 500",
                "429 | slow down | 429, it wants fewer requests",
                "401 | | 401, it does not take the credentials; check basic.auth.user.info",
                "403 | {\"error_code\":40301,\"message\":\"no\"} | 403, it does not take the credentials",
                "404 | <html>nothing here</html> | check the path in schema.registry.url",
                "404 | {\"error_code\":404,\"message\":\"HTTP 404 Not Found\"} | check the path in schema.registry.url",
                "302 | | 302",
                "200 | {\"status\":\"up\"} | an answer without a schema",
                "200 | <html>log in</html> | 200 without JSON"
            })
    void neverBlamesARecordForWhatIsNotARegistrysAnswer(int status, String body, String words) {
        try (FakeRegistry registry = FakeRegistry.start().answerAll(status, body == null ? "" : body)) {
            Serdes serdes = Serdes.of(registry.url(), Map.of());

            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(() -> read(serdes))
                    .withMessageContaining(words);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error_code\":40403,\"message\":\"Schema not found\"} | does not know schema id 7: 404/40403 Schema not found",
                "200 | {\"schema\":\"{}\",\"schemaType\":\"PROTOBUF\"} | is PROTOBUF, not Avro",
                "200 | {\"schema\":\"{\\\"type\\\":\\\"rekord\\\"}\"} | is not a schema"
            })
    void callsARecordUndecodableWhoseSchemaIsUnknownOrNotAvro(int status, String body, String words) {
        try (FakeRegistry registry = FakeRegistry.start().answerAll(status, body)) {
            Serdes serdes = Serdes.of(registry.url(), Map.of());

            assertThatExceptionOfType(UndecodableRecordException.class)
                    .isThrownBy(() -> read(serdes))
                    .withMessageContaining(words);
        }
    }

    @Test
    void callsARecordUndecodableThatNamesAGuidWhereTheRegistryHasNone() {
        Headers guid =
                new RecordHeaders().add("__value_schema_id", HexFormat.of().parseHex("01" + "ab".repeat(16)));
        try (FakeRegistry registry = FakeRegistry.start().answerAll(404, "")) {
            Serdes serdes = Serdes.of(registry.url(), Map.of());

            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .as("an address that is no registry's")
                    .isThrownBy(() -> serdes.deserializer().deserialize("any", guid, RECORD));
            registry.answer("/schemas/types", 200, "[\"AVRO\"]");
            assertThatExceptionOfType(UndecodableRecordException.class)
                    .isThrownBy(() -> serdes.deserializer().deserialize("any", guid, RECORD))
                    .withMessageContaining("this registry does not know schemas by GUID");
        }
    }

    @Test
    void asksAgainForAnIdThatWasUnknown() {
        try (FakeRegistry registry = FakeRegistry.start()) {
            Serdes serdes = Serdes.of(registry.url(), Map.of());
            assertThatExceptionOfType(UndecodableRecordException.class).isThrownBy(() -> read(serdes));

            registry.answer(BY_ID, 200, INT);

            assertThat(read(serdes)).isEqualTo(1);
        }
    }

    @Test
    void readsASchemaThatNeedsAnother() {
        try (FakeRegistry registry =
                FakeRegistry.start().answer(BY_ID, 200, """
                        {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Outer\\",\\"fields\\":[{\\"name\\":\\"n\\",\\"type\\":\\"Inner\\"}]}",
                         "references": [{"name": "Inner", "subject": "inner", "version": 2}]}""").answer("/subjects/inner/versions/2", 200, """
                        {"id": 3, "schema": "{\\"type\\":\\"enum\\",\\"name\\":\\"Inner\\",\\"symbols\\":[\\"A\\",\\"B\\"]}"}""")) {
            Serdes serdes = Serdes.of(registry.url(), Map.of());

            assertThat(serdes.deserializer().deserialize("any", RECORD)).hasToString("{\"n\": \"B\"}");
        }
    }

    @Test
    void tellsARegistryFromARecordBehindWhateverWrapsIt() {
        var cause = new RegistryUnavailableException("away");
        var wrapped = new RecordDeserializationException(
                RecordDeserializationException.DeserializationExceptionOrigin.VALUE,
                new TopicPartition("any", 0),
                1,
                2,
                null,
                null,
                null,
                null,
                "wrapped",
                new SerializationException(cause));

        assertThat(RegistryUnavailableException.isBehind(wrapped)).isTrue();
        assertThat(RegistryUnavailableException.isBehind(new SerializationException("other")))
                .isFalse();
    }

    static int closedPort() {
        try (FakeRegistry registry = FakeRegistry.start()) {
            return registry.port();
        }
    }

    private static Object read(Serdes serdes) {
        return serdes.deserializer().deserialize("any", RECORD);
    }
}
