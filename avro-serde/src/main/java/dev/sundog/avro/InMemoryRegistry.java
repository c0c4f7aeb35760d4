package dev.sundog.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A registry inside this JVM, for tests of topologies: {@code schema.registry.url=mock://some-name}, as with Confluent's.
 * Everybody who uses the same name shares it. It checks no compatibility.
 */
final class InMemoryRegistry implements Registry {

    private static final Map<String, InMemoryRegistry> BY_NAME = new ConcurrentHashMap<>();

    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<String>> subjects = new ConcurrentHashMap<>();

    private InMemoryRegistry() {}

    static InMemoryRegistry named(String name) {
        return BY_NAME.computeIfAbsent(name, unused -> new InMemoryRegistry());
    }

    @Override
    public synchronized Stored byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UndecodableRecordException("no schema with id " + id);
        }
        return new Stored(id, "AVRO", schemas.get(id - 1), List.of());
    }

    @Override
    public synchronized Stored byGuid(UUID guid) {
        return schemas.stream()
                .filter(schema -> UUID.nameUUIDFromBytes(schema.getBytes(UTF_8)).equals(guid))
                .findFirst()
                .map(schema -> byId(idOf(schema)))
                .orElseThrow(() -> new UndecodableRecordException("no schema with GUID " + guid));
    }

    @Override
    public synchronized Stored byVersion(String subject, int version) {
        List<String> versions = subjects.getOrDefault(subject, List.of());
        if (version < 1 || version > versions.size()) {
            throw new UndecodableRecordException("no version " + version + " of subject " + subject);
        }
        return byId(idOf(versions.get(version - 1)));
    }

    @Override
    public synchronized Stored latest(String subject) {
        List<String> versions = subjects.getOrDefault(subject, List.of());
        if (versions.isEmpty()) {
            throw new SerializationException("no subject " + subject);
        }
        return byVersion(subject, versions.size());
    }

    @Override
    public synchronized int lookUp(String subject, String schema, boolean normalize) {
        if (!subjects.getOrDefault(subject, List.of()).contains(schema)) {
            throw new SerializationException("not registered under subject " + subject);
        }
        return idOf(schema);
    }

    @Override
    public synchronized int register(String subject, String schema, boolean normalize) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        List<String> versions = subjects.computeIfAbsent(subject, unused -> new ArrayList<>());
        if (!versions.contains(schema)) {
            versions.add(schema);
        }
        return idOf(schema);
    }

    private int idOf(String schema) {
        return schemas.indexOf(schema) + 1;
    }
}
