package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sundog.avro.WireFormat.SchemaName;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFormatTest {

    private static final UUID GUID = UUID.fromString("89791762-2336-4186-9674-299b90a802e2");

    @Test
    void findsTheIdBeforeTheBody() {
        assertThat(WireFormat.open(new RecordHeaders(), false, bytes("00 00000100 abcd")))
                .isEqualTo(new WireFormat.Framed(new SchemaName.Id(256), 5));
    }

    @Test
    void findsTheGuidInTheHeaderOfTheValue() {
        Headers headers = new RecordHeaders().add("__value_schema_id", bytes("01 89791762233641869674299b90a802e2"));

        assertThat(WireFormat.open(headers, false, bytes("abcd")))
                .isEqualTo(new WireFormat.Framed(new SchemaName.Guid(GUID), 0));
    }

    @Test
    void looksAtTheHeaderOfTheKeyForAKeyOnly() {
        Headers headers = new RecordHeaders().add("__key_schema_id", bytes("01 89791762233641869674299b90a802e2"));

        assertThat(WireFormat.open(headers, true, bytes("abcd")).schema()).isEqualTo(new SchemaName.Guid(GUID));
        assertThat(WireFormat.open(headers, false, bytes("00 00000001 ab")).schema())
                .isEqualTo(new SchemaName.Id(1));
    }

    @Test
    void takesEitherNameInEitherPlace() {
        Headers headers = new RecordHeaders().add("__value_schema_id", bytes("00 00000007"));

        assertThat(WireFormat.open(headers, false, bytes("ab")))
                .isEqualTo(new WireFormat.Framed(new SchemaName.Id(7), 0));
        assertThat(WireFormat.open(null, false, bytes("01 89791762233641869674299b90a802e2 ab")))
                .isEqualTo(new WireFormat.Framed(new SchemaName.Guid(GUID), 17));
    }

    @ParameterizedTest
    @CsvSource({
        "'', first bytes are missing",
        "7b 22, 'begin with 123, not 0'",
        "00 000001, end after 4 bytes",
        "00 00000000 ab, id 0",
        "00 ffffffff ab, id -1",
        "01 89791762, end after 5 bytes"
    })
    void saysWhatIsWrongWithARecordThatNamesNoSchema(String record, String words) {
        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> WireFormat.open(new RecordHeaders(), false, bytes(record)))
                .withMessageContaining(words);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
