package dev.sundog.routing.stream;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the start whether the topics are there and fit together, so that one clear sentence says what is wrong. */
final class KafkaTopicCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaTopicCheck.class);

    private final String topicPrefix;
    private final InstantSource clock;

    KafkaTopicCheck(String topicPrefix, InstantSource clock) {
        this.topicPrefix = topicPrefix;
        this.clock = clock;
    }

    /**
     * The number of partitions that the topics which meet in routing share.
     *
     * @param longest longest wait for the broker
     * @throws IllegalStateException with one sentence naming topics and counts if they do not fit, or the broker stays away
     */
    int partitions(Admin admin, Duration longest) {
        var end = clock.instant().plus(longest);
        while (true) {
            try {
                return fitting(counts(admin));
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof RetriableException)
                        || !clock.instant().isBefore(end)) {
                    throw new IllegalStateException(
                            "the broker cannot be asked for topics: " + failed.getCause(), failed);
                }
                LOGGER.atWarn()
                        .addKeyValue("reason", failed.getCause().getMessage())
                        .log("waiting for the broker");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the broker", interrupted);
            }
        }
    }

    /** The shared number of partitions, by the counts of the topics that are there. */
    int fitting(Map<String, Integer> counts) {
        var missing = needed().map(topic -> topic.name(topicPrefix))
                .filter(name -> !counts.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("topics are missing, create them: " + String.join(", ", missing));
        }
        var meeting = new TreeMap<String, Integer>();
        Topics.ROUTING.stream()
                .map(topic -> topic.name(topicPrefix))
                .forEach(name -> meeting.put(name, counts.get(name)));
        if (meeting.values().stream().distinct().count() != 1) {
            throw new IllegalStateException("these topics must have equal numbers of partitions: " + meeting);
        }
        return meeting.firstEntry().getValue();
    }

    private Map<String, Integer> counts(Admin admin) throws ExecutionException, InterruptedException {
        var names = needed().map(topic -> topic.name(topicPrefix)).toList();
        var described = admin.describeTopics(new ArrayList<>(names)).topicNameValues();
        var counts = new TreeMap<String, Integer>();
        for (var topic : described.entrySet()) {
            try {
                counts.put(topic.getKey(), topic.getValue().get().partitions().size());
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed;
                }
            }
        }
        return counts;
    }

    private static Stream<Topic> needed() {
        return Stream.of(
                        Topics.ROUTING,
                        List.of(Topics.ROUTING_DECISIONS, Topics.ROUTING_DIFFERENCES, Topics.TICKET_REQUESTS),
                        Topics.CONFIGURATION,
                        List.of(
                                Topics.ALERTS.deadLetters(),
                                Topics.RECOMMENDATIONS.deadLetters(),
                                Topics.PARKING_COMMANDS.deadLetters()))
                .flatMap(List::stream);
    }
}
