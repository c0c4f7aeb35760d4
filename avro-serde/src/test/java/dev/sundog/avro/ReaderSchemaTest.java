package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;

/** What one version wrote, another reads. */
class ReaderSchemaTest {

    @Test
    void readsWhatAVersionWithMoreFieldsAndMoreSymbolsWrote() {
        Serdes serdes = Serdes.of("mock://newer", Map.of("specific.avro.reader", "true"));
        Schema newer = with(Events.cleanAlert(), "severity", severity("CRITICAL", "HIGH", "FATAL"));
        GenericRecord written = copy(Events.diskFull(), newer);
        written.put(
                "severity",
                new GenericData.EnumSymbol(newer.getField("severity").schema(), "FATAL"));
        written.put("added", 1);

        Object read = serdes.deserializer()
                .deserialize("alerts-v1", serdes.serializer().serialize("alerts-v1", written));

        Alert expected = Events.diskFull();
        expected.setSeverity(Severity.MEDIUM);
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void doesNotTrustAClassOnlyBecauseARecordNamesIt() {
        Serdes serdes = Serdes.of("mock://untrusted", Map.of("specific.avro.reader", "true"));
        Schema schema = SchemaBuilder.record("java.net.URI")
                .fields()
                .requiredString("s")
                .endRecord();
        GenericRecord written = new GenericData.Record(schema);
        written.put("s", "x");
        byte[] record = serdes.serializer().serialize("untrusted", written);

        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize("untrusted", record))
                .withMessageContaining("java.net.URI is not trusted");
    }

    @Test
    void callsARecordUndecodableForWhichThereIsNoClass() {
        Serdes serdes = Serdes.of("mock://missing", Map.of("specific.avro.reader", "true"));
        Schema schema =
                SchemaBuilder.record("dev.sundog.event.Missing").fields().endRecord();
        byte[] record = serdes.serializer().serialize("missing", new GenericData.Record(schema));

        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize("missing", record))
                .withMessageContaining("no generated class for schema dev.sundog.event.Missing");
    }

    @Test
    void trustsGeneratedClassesAgainAfterSomebodySetAvrosValidator() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.DEFAULT);
        Serdes serdes = Serdes.of("mock://again", Map.of("specific.avro.reader", "true"));

        Object read = serdes.deserializer()
                .deserialize("again", serdes.serializer().serialize("again", Events.cheaperDisk()));

        assertThat(read).isEqualTo(Events.cheaperDisk());
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(AlertStatus.class))
                .isTrue();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(Thread.class)).isFalse();
    }

    @Test
    void refusesANewestSchemaThatCannotTakeTheValue() {
        SchemaRegistryClient.create(Map.of("schema.registry.url", "mock://strict"))
                .register(
                        "strict-value",
                        SchemaBuilder.record("Other")
                                .fields()
                                .requiredInt("needed")
                                .endRecord());
        Serdes serdes = Serdes.of("mock://strict", Map.of("auto.register.schemas", false, "use.latest.version", true));

        assertThatExceptionOfType(org.apache.kafka.common.errors.SerializationException.class)
                .isThrownBy(() -> serdes.serializer().serialize("strict", Events.diskFull()))
                .withMessageContaining("the newest registered schema, id 1, cannot take it");
    }

    @Test
    void saysWhatIsNotAnAvroValue() {
        Serdes serdes = Serdes.of("mock://thread", Map.of());

        assertThatExceptionOfType(org.apache.kafka.common.errors.SerializationException.class)
                .isThrownBy(() -> serdes.serializer().serialize("thread", List.of()))
                .withMessageContaining("is not an Avro value");
    }

    private static Schema severity(String... symbols) {
        return SchemaBuilder.enumeration("Severity")
                .namespace("dev.sundog.event")
                .symbols(symbols);
    }

    private static Schema with(Schema schema, String changed, Schema type) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            fields.add(
                    field.name().equals(changed)
                            ? new Schema.Field(changed, type, field.doc())
                            : new Schema.Field(field, field.schema()));
        }
        fields.add(0, new Schema.Field("added", Schema.create(Schema.Type.INT), null, 0));
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
    }

    private static GenericRecord copy(Alert alert, Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : Events.cleanAlert().getFields()) {
            record.put(
                    field.name(),
                    field.schema().getType() == Schema.Type.ENUM
                            ? new GenericData.EnumSymbol(
                                    field.schema(), alert.get(field.name()).toString())
                            : alert.get(field.name()));
        }
        record.put("occurredAt", alert.getOccurredAt().toEpochMilli());
        return record;
    }
}
