package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sundog.event.Alert;
import dev.sundog.testkit.RegistryExtension;
import dev.sundog.testkit.TestRegistry;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against the real server, whose compatibility level the test kit has set to FULL_TRANSITIVE. */
@ExtendWith(RegistryExtension.class)
class ApicurioTest {

    @Test
    void findsAGeneratedClassesSchemaThatWasRegisteredWithoutJavasMarks(TestRegistry registry) {
        registry.register("found-value", Alert.getClassSchema());
        Serdes serdes =
                Serdes.of(registry.url(), Map.of("auto.register.schemas", "false", "specific.avro.reader", "true"));

        byte[] record = serdes.serializer().serialize("found", Events.diskFull());

        assertThat(serdes.deserializer().deserialize("found", record)).isEqualTo(Events.diskFull());
    }

    @Test
    void doesNotWriteWhatNobodyRegistered(TestRegistry registry) {
        Serdes serdes = Serdes.of(registry.url(), Map.of("auto.register.schemas", "false"));

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serdes.serializer().serialize("nobody", Events.diskFull()))
                .withMessageContaining("dev.sundog.event.Alert")
                .withMessageContaining("not registered under subject nobody-value");
    }

    @Test
    void registersByItselfWhereThatIsAllowed(TestRegistry registry) {
        Serdes serdes =
                Serdes.of(registry.url(), Map.of("auto.register.schemas", "true", "specific.avro.reader", "true"));

        byte[] record = serdes.serializer().serialize("allowed", Events.cheaperDisk());

        assertThat(serdes.deserializer().deserialize("allowed", record)).isEqualTo(Events.cheaperDisk());
    }

    @Test
    void tellsTheRegistrysWordsWhenASchemaIsNotCompatible(TestRegistry registry) {
        Schema first = SchemaBuilder.record("Narrow").fields().endRecord();
        Schema second =
                SchemaBuilder.record("Narrow").fields().requiredInt("added").endRecord();
        registry.register("incompatible-value", first);
        Serdes serdes = Serdes.of(registry.url(), Map.of());
        GenericRecord value = new GenericData.Record(second);
        value.put("added", 1);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serdes.serializer().serialize("incompatible", value))
                .withMessageContaining("the registry refuses the schema for subject incompatible-value: 409/");
    }

    @Test
    void writesAsTheNewestRegisteredSchemaSays(TestRegistry registry) {
        Schema older =
                SchemaBuilder.record("Grown").fields().requiredString("id").endRecord();
        Schema newest = SchemaBuilder.record("Grown")
                .fields()
                .name("added")
                .type()
                .stringType()
                .stringDefault("by the schema")
                .requiredString("id")
                .endRecord();
        registry.register("newest-value", older);
        registry.register("newest-value", newest);
        Serdes serdes =
                Serdes.of(registry.url(), Map.of("auto.register.schemas", "false", "use.latest.version", "true"));
        GenericRecord value = new GenericData.Record(older);
        value.put("id", "7");

        byte[] record = serdes.serializer().serialize("newest", value);

        assertThat(serdes.deserializer().deserialize("newest", record))
                .hasToString("{\"added\": \"by the schema\", \"id\": \"7\"}");
    }

    @Test
    void callsARecordUndecodableThatNamesAGuidWhichThisServerDoesNotOffer(TestRegistry registry) {
        Serdes serdes = Serdes.of(registry.url(), Map.of());
        Headers guid =
                new RecordHeaders().add("__value_schema_id", HexFormat.of().parseHex("01" + "ab".repeat(16)));

        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize("strange", guid, new byte[] {1}))
                .withMessageContaining("abababab-abab-abab-abab-abababababab");
    }

    @Test
    void callsARecordUndecodableWhoseIdTheRegistryDoesNotKnow(TestRegistry registry) {
        Serdes serdes = Serdes.of(registry.url(), Map.of());

        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize("strange", new byte[] {0, 0x7f, 0, 0, 1, 2}))
                .withMessageContaining("strange")
                .withMessageContaining("id 2130706433")
                .withMessageContaining("404/40403");
    }
}
