package dev.sundog.avro;

import dev.sundog.avro.WireFormat.Framed;
import dev.sundog.avro.WireFormat.SchemaName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro in Confluent's wire format, with the schema's name before the body or in a header. No bytes give no value. Safe
 * from any thread once configured.
 *
 * <p>With {@code specific.avro.reader=true} it gives the generated class of the writer's schema, resolved to the version on
 * the class path; generic records otherwise. Classes of Sundog's schemas are trusted; {@code sundog.avro.trusted.packages}
 * names the packages of others. The properties about the registry are those of {@link ConfluentAvroSerializer}.
 *
 * <p>{@link UndecodableRecordException} means never, {@link RegistryUnavailableException} means not now.
 *
 * @param <T> what the records hold; a record that holds something else fails where it is used
 */
public final class ConfluentAvroDeserializer<T> implements Deserializer<T> {

    private final Map<SchemaName, BodyReader> readers = new ConcurrentHashMap<>();
    private volatile @Nullable Setup setup;

    /** Not usable until {@link #configure} was called. */
    public ConfluentAvroDeserializer() {}

    private record Setup(SchemaRegistryClient registry, boolean isKey, boolean specific) {}

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        Settings settings = new Settings(properties);
        GeneratedClasses.trust(settings.list(Settings.TRUSTED_PACKAGES));
        setup = new Setup(SchemaRegistryClient.create(properties), isKey, settings.flag(Settings.SPECIFIC, false));
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] record) {
        return deserialize(topic, null, record);
    }

    @Override
    @SuppressWarnings("unchecked") // what a topic holds is known to whoever subscribes to it
    public @Nullable T deserialize(String topic, @Nullable Headers headers, byte @Nullable [] record) {
        if (record == null) {
            return null;
        }
        Setup current = setup;
        if (current == null) {
            throw new ConfigException("the deserializer was not configured; " + Settings.REGISTRY_URL + " is needed");
        }
        Framed framed = null;
        try {
            framed = WireFormat.open(headers, current.isKey, record);
            return (T) reader(current, framed.schema()).read(record, framed.bodyStart());
        } catch (UndecodableRecordException never) {
            String schema = framed == null ? "" : ", schema " + framed.schema();
            throw new UndecodableRecordException(
                    "cannot read a record of " + topic + schema + ": " + never.getMessage(), never);
        }
    }

    private BodyReader reader(Setup current, SchemaName name) {
        BodyReader known = readers.get(name);
        if (known == null) {
            Schema writer = current.registry.schema(name);
            known = current.specific ? BodyReader.specific(writer) : BodyReader.generic(writer);
            readers.put(name, known);
        }
        return known;
    }
}
