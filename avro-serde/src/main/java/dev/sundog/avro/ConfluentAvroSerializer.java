package dev.sundog.avro;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro in Confluent's wire format: a zero byte, the schema's id in four bytes, the Avro binary. No value gives no
 * bytes. Safe from any thread once configured.
 *
 * <p>Properties, with Confluent's names and defaults: {@code schema.registry.url} (commas between addresses; the next is
 * asked if one does not answer), {@code basic.auth.credentials.source} (URL, USER_INFO), {@code basic.auth.user.info},
 * {@code bearer.auth.credentials.source} (STATIC_TOKEN), {@code bearer.auth.token}, {@code auto.register.schemas} (true),
 * {@code use.latest.version} (false; counts only without auto-registration), {@code latest.compatibility.strict} (true),
 * {@code normalize.schemas} (false), {@code key.} and {@code value.subject.name.strategy}, {@code http.connect.timeout.ms}
 * (here 2,000), {@code http.read.timeout.ms} (here 5,000), {@code avro.remove.java.properties} (here true).
 *
 * <p>The registry is asked once for each subject and schema. While it cannot be asked, {@link RegistryUnavailableException}
 * is thrown, after at most seven seconds an address.
 *
 * @param <T> generated classes, generic records, or the Java forms of Avro's primitive types
 */
public final class ConfluentAvroSerializer<T> implements Serializer<T> {

    private final Map<Form, BodyWriter> writers = new ConcurrentHashMap<>();
    private volatile @Nullable Setup setup;
    private volatile @Nullable Last last;

    /** Not usable until {@link #configure} was called. */
    public ConfluentAvroSerializer() {}

    private record Setup(
            SchemaRegistryClient registry,
            SubjectNaming naming,
            boolean isKey,
            boolean autoRegister,
            boolean useLatest,
            boolean strict) {}

    private record Form(String subject, Schema schema, Class<?> type) {}

    /** The writer used last: nearly always the one needed next. */
    private record Last(String topic, Schema schema, Class<?> type, BodyWriter writer) {}

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        Settings settings = new Settings(properties);
        setup = new Setup(
                SchemaRegistryClient.create(properties),
                SubjectNaming.of(settings, isKey),
                isKey,
                settings.flag(Settings.AUTO_REGISTER, true),
                settings.flag(Settings.USE_LATEST, false),
                settings.flag(Settings.LATEST_STRICT, true));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Schema schema = AvroValues.schema(value);
        Class<?> type = AvroValues.form(value);
        Last used = last;
        if (used == null || !used.schema.equals(schema) || used.type != type || !used.topic.equals(topic)) {
            used = new Last(topic, schema, type, writer(topic, schema, type));
            last = used;
        }
        return used.writer.write(value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Headers headers, @Nullable T value) {
        return serialize(topic, value);
    }

    private BodyWriter writer(String topic, Schema schema, Class<?> type) {
        Setup current = setup;
        if (current == null) {
            throw new ConfigException("the serializer was not configured; " + Settings.REGISTRY_URL + " is needed");
        }
        Form form = new Form(current.naming.subject(topic, current.isKey, schema), schema, type);
        BodyWriter known = writers.get(form);
        if (known == null) {
            known = newWriter(current, form);
            writers.put(form, known);
        }
        return known;
    }

    private static BodyWriter newWriter(Setup setup, Form form) {
        try {
            if (setup.autoRegister) {
                return BodyWriter.of(setup.registry.register(form.subject, form.schema), form.schema, form.type);
            }
            if (setup.useLatest) {
                SchemaRegistryClient.Latest latest = setup.registry.latest(form.subject);
                return BodyWriter.as(latest, form.schema, form.type, setup.strict);
            }
            return BodyWriter.of(setup.registry.id(form.subject, form.schema), form.schema, form.type);
        } catch (SerializationException refused) {
            throw new SerializationException(
                    "cannot write " + form.schema.getFullName() + ": " + refused.getMessage(), refused);
        }
    }
}
