package dev.sundog.avro;

import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** How the name of a schema's subject is made. */
enum SubjectNaming {
    /** The topic's name with {@code -key} or {@code -value}. */
    TOPIC_NAME,
    /** The full name of the schema. */
    RECORD_NAME,
    /** Both: the topic's name, a hyphen, the full name of the schema. */
    TOPIC_RECORD_NAME;

    private static final String PROPERTY = ".subject.name.strategy";

    /** What {@code key.subject.name.strategy} or {@code value.subject.name.strategy} says. */
    static SubjectNaming of(Settings settings, boolean isKey) {
        String property = (isKey ? "key" : "value") + PROPERTY;
        Object value = settings.values().get(property);
        String name = value instanceof Class<?> type
                ? type.getName()
                : settings.text(property).orElse("TopicNameStrategy");
        String plain = name.substring(name.lastIndexOf('.') + 1).replaceAll("Strategy$|[-_]", "");
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "topicname" -> TOPIC_NAME;
            case "recordname" -> RECORD_NAME;
            case "topicrecordname" -> TOPIC_RECORD_NAME;
            default ->
                throw new ConfigException(
                        property,
                        name,
                        "must be TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy, with or without"
                                + " Confluent's package");
        };
    }

    String subject(String topic, boolean isKey, Schema schema) {
        return switch (this) {
            case TOPIC_NAME -> topic + (isKey ? "-key" : "-value");
            case RECORD_NAME -> schema.getFullName();
            case TOPIC_RECORD_NAME -> topic + "-" + schema.getFullName();
        };
    }
}
