package dev.sundog.avro;

import dev.sundog.avro.Registry.Reference;
import dev.sundog.avro.Registry.Stored;
import dev.sundog.avro.WireFormat.SchemaName;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Schemas and their ids. An id means the same schema for ever, so both ways are remembered for ever; what went wrong is not.
 * Safe from any thread.
 *
 * <p>Every method may throw {@link RegistryUnavailableException} while it has to ask, and answers from memory afterwards.
 */
public final class SchemaRegistryClient {

    private static final String IN_MEMORY = "mock://";

    private final Registry registry;
    private final boolean normalize;
    private final boolean removeJavasMarks;
    private final Map<SchemaName, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Subject, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Subject, Integer> registered = new ConcurrentHashMap<>();

    /** A schema under a subject. */
    private record Subject(String subject, Schema schema) {}

    /** The newest version of a subject. */
    public record Latest(int id, Schema schema) {}

    private SchemaRegistryClient(Registry registry, Settings settings) {
        this.registry = registry;
        normalize = settings.flag(Settings.NORMALIZE, false);
        removeJavasMarks = settings.flag(Settings.REMOVE_JAVA, true);
    }

    /**
     * A client of the registry in {@code schema.registry.url}. Asks nothing yet.
     *
     * @param properties Confluent's names; others are passed over
     * @throws ConfigException if one of them cannot be used
     */
    public static SchemaRegistryClient create(Map<String, ?> properties) {
        Settings settings = new Settings(properties);
        String url = settings.text(Settings.REGISTRY_URL).orElse("");
        Registry registry = url.startsWith(IN_MEMORY)
                ? InMemoryRegistry.named(url.substring(IN_MEMORY.length()))
                : new HttpRegistry(new RegistryHttp(settings));
        return new SchemaRegistryClient(registry, settings);
    }

    /**
     * The schema with an id.
     *
     * @throws UndecodableRecordException if the registry has none, or not an Avro schema
     */
    public Schema schema(int id) {
        return schema(new SchemaName.Id(id));
    }

    /**
     * The schema with a GUID.
     *
     * @throws UndecodableRecordException if the registry has none, or not an Avro schema
     */
    public Schema schema(UUID guid) {
        return schema(new SchemaName.Guid(guid));
    }

    Schema schema(SchemaName name) {
        Schema known = schemas.get(name);
        if (known != null) {
            return known;
        }
        Stored stored = name instanceof SchemaName.Id id
                ? registry.byId(id.id())
                : registry.byGuid(((SchemaName.Guid) name).guid());
        Schema parsed = parse(stored, name.toString());
        Schema before = schemas.putIfAbsent(name, parsed);
        return before == null ? parsed : before;
    }

    /**
     * The id that a schema has under a subject.
     *
     * @throws SerializationException if it is not registered there
     */
    public int id(String subject, Schema schema) {
        return remembered(ids, subject, schema, text -> registry.lookUp(subject, text, normalize));
    }

    /**
     * Puts a schema under a subject, if it is not there yet, and returns its id.
     *
     * @throws SerializationException if the registry refuses it, with the registry's words
     */
    public int register(String subject, Schema schema) {
        return remembered(registered, subject, schema, text -> registry.register(subject, text, normalize));
    }

    /**
     * The newest version of a subject. Asks each time.
     *
     * @throws SerializationException if there is none
     */
    public Latest latest(String subject) {
        Stored stored = registry.latest(subject);
        return new Latest(stored.id(), parse(stored, "subject " + subject));
    }

    private int remembered(
            Map<Subject, Integer> memory, String subject, Schema schema, java.util.function.ToIntFunction<String> ask) {
        Subject key = new Subject(subject, schema);
        @Nullable Integer known = memory.get(key);
        if (known != null) {
            return known;
        }
        int id = ask.applyAsInt(removeJavasMarks ? SchemaText.withoutJavasMarks(schema) : schema.toString());
        memory.put(key, id);
        return id;
    }

    private Schema parse(Stored stored, String what) {
        if (!stored.type().equals("AVRO")) {
            throw new UndecodableRecordException("the schema with " + what + " is " + stored.type() + ", not Avro");
        }
        try {
            Schema.Parser parser = new Schema.Parser();
            readReferences(parser, stored, 0);
            return parser.parse(stored.schema());
        } catch (SchemaParseException refused) {
            throw new UndecodableRecordException("the schema with " + what + " is not a schema", refused);
        }
    }

    private void readReferences(Schema.Parser parser, Stored stored, int depth) {
        if (depth > 20) {
            throw new UndecodableRecordException("schemas refer to each other more than 20 deep");
        }
        for (Reference reference : stored.references()) {
            Stored needed = registry.byVersion(reference.subject(), reference.version());
            readReferences(parser, needed, depth + 1);
            try {
                parser.parse(needed.schema());
            } catch (SchemaParseException twice) {
                // Two schemas may need the same third one.
                if (!String.valueOf(twice.getMessage()).startsWith("Can't redefine")) {
                    throw twice;
                }
            }
        }
    }

    /** Where the registry is; no credentials. */
    @Override
    public String toString() {
        return "SchemaRegistryClient" + registry;
    }
}
