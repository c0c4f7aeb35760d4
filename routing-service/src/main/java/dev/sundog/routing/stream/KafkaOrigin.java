package dev.sundog.routing.stream;

import dev.sundog.contract.Headers;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.routing.event.Kind;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Where a record came from. Travels in headers when the record goes to its home partition, and tells on a dead letter where it
 * was.
 */
record KafkaOrigin(String topic, int partition, long offset) {

    private static final String TOPIC = "sundog-from-topic";
    private static final String PARTITION = "sundog-from-partition";
    private static final String OFFSET = "sundog-from-offset";

    static KafkaOrigin of(RecordMetadata metadata) {
        return new KafkaOrigin(metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** The origin in the headers, or else the place itself. */
    static KafkaOrigin of(org.apache.kafka.common.header.Headers headers, KafkaOrigin place) {
        var topic = text(headers, TOPIC);
        var partition = text(headers, PARTITION);
        var offset = text(headers, OFFSET);
        return topic == null || partition == null || offset == null
                ? place
                : new KafkaOrigin(topic, Integer.parseInt(partition), Long.parseLong(offset));
    }

    /** The kind of event that comes from there. */
    Kind kind(String topicPrefix) {
        return topic.equals(Topics.RECOMMENDATIONS.name(topicPrefix)) ? Kind.RECOMMENDATION : Kind.ALERT;
    }

    /** True when people's commands come from there. */
    boolean commands(String topicPrefix) {
        return topic.equals(Topics.PARKING_COMMANDS.name(topicPrefix));
    }

    /** The dead letters of that topic. */
    String deadLetters(String topicPrefix) {
        Topic events = kind(topicPrefix) == Kind.ALERT ? Topics.ALERTS : Topics.RECOMMENDATIONS;
        var from = commands(topicPrefix) ? Topics.PARKING_COMMANDS : events;
        return from.deadLetters().name(topicPrefix);
    }

    /** The headers with the origin in them, for the way home. */
    RecordHeaders packed(org.apache.kafka.common.header.Headers headers) {
        var packed = new RecordHeaders(headers);
        put(packed, TOPIC, topic);
        put(packed, PARTITION, Integer.toString(partition));
        put(packed, OFFSET, Long.toString(offset));
        return packed;
    }

    /** The headers of a dead letter: those it came with, and why it died. */
    RecordHeaders dead(org.apache.kafka.common.header.Headers headers, String why) {
        var dead = new RecordHeaders(headers);
        dead.remove(TOPIC).remove(PARTITION).remove(OFFSET);
        put(dead, Headers.DEAD_REASON, why);
        put(dead, Headers.DEAD_TOPIC, topic);
        put(dead, Headers.DEAD_PARTITION, Integer.toString(partition));
        put(dead, Headers.DEAD_OFFSET, Long.toString(offset));
        return dead;
    }

    private static void put(RecordHeaders headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
