package dev.sundog.connector.stream;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What comes in and goes out by which topic and how it is read and written.
 *
 * @param prefix before every topic's name
 * @param reader reads whatever comes in, by the schema it was written with
 * @param values writes what goes out
 */
record AvroPorts(String prefix, Deserializer<Object> reader, Serializer<Object> values) {

    /** Topics that are read; what cannot be read of them is kept in their dead letters. */
    static final List<Topic> READ = List.of(
            Topics.TICKET_REQUESTS,
            Topics.HALO_OUTCOMES,
            Topics.HALO_NOTICES,
            Topics.TICKET_COMMANDS,
            Topics.CONNECTION_COMMANDS);

    String name(Topic topic) {
        return topic.name(prefix);
    }

    /** The sink for what cannot be read of the topic. */
    String graveOf(String topic) {
        return READ.stream()
                .filter(read -> name(read).equals(topic))
                .map(AvroPorts::grave)
                .findFirst()
                .orElseThrow();
    }

    /** The name of a topic's sink for dead letters. */
    static String grave(Topic topic) {
        return "dead-" + topic.name("");
    }
}
