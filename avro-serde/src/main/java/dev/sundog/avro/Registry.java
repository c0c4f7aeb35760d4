package dev.sundog.avro;

import java.util.List;
import java.util.UUID;

/** What a schema registry can be asked. Every answer may be {@link RegistryUnavailableException}. */
interface Registry {

    /** The schema with this id. Throws {@link UndecodableRecordException} if there is none. */
    Stored byId(int id);

    /** The schema with this GUID. Throws {@link UndecodableRecordException} if there is none. */
    Stored byGuid(UUID guid);

    /** One version of a subject. Throws {@link UndecodableRecordException} if there is none. */
    Stored byVersion(String subject, int version);

    /** The newest version of a subject. Throws Kafka's {@code SerializationException} if there is none. */
    Stored latest(String subject);

    /** The id that a schema has under a subject. Throws Kafka's {@code SerializationException} if it has none. */
    int lookUp(String subject, String schema, boolean normalize);

    /** Puts a schema under a subject. Throws Kafka's {@code SerializationException} if the registry refuses it. */
    int register(String subject, String schema, boolean normalize);

    /**
     * A schema as the registry keeps it.
     *
     * @param type language of the schema, {@code AVRO} for ours
     * @param references schemas it needs, each before those that need it
     */
    record Stored(int id, String type, String schema, List<Reference> references) {
        public Stored {
            references = List.copyOf(references);
        }
    }

    /** Another schema that one needs. */
    record Reference(String subject, int version) {}
}
