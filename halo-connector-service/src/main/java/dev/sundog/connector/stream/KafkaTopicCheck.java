package dev.sundog.connector.stream;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Refuses to start on topics that are missing, or whose partitions do not match. */
final class KafkaTopicCheck {

    private static final long PATIENCE_SECONDS = 30;

    private KafkaTopicCheck() {}

    /** The partition count that they all have. */
    static int check(Admin admin, String prefix) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Topic topic : Topics.DELIVERY) {
            counts.put(topic.name(prefix), partitions(admin, topic.name(prefix)));
        }
        for (Topic topic : Topics.DELIVERY) {
            if (Topics.WITH_DEAD_LETTERS.contains(topic)) {
                partitions(admin, topic.deadLetters().name(prefix));
            }
        }
        if (new TreeSet<>(counts.values()).size() > 1) {
            throw new IllegalStateException(
                    "the topics of delivery must have equal partition counts, but have " + counts);
        }
        return counts.values().iterator().next();
    }

    private static int partitions(Admin admin, String topic) {
        try {
            Map<String, TopicDescription> described =
                    admin.describeTopics(List.of(topic)).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Objects.requireNonNull(described.get(topic), topic)
                    .partitions()
                    .size();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof UnknownTopicOrPartitionException
                    ? new IllegalStateException(
                            "the topic " + topic + " does not exist; no service creates one", failed)
                    : new IllegalStateException("the topic " + topic + " cannot be described", failed);
        } catch (TimeoutException late) {
            throw new IllegalStateException("the broker did not describe " + topic + " in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
