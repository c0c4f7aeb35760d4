package dev.sundog.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;

/** The test JVM's one broker. Tests keep apart by topic names and group ids of their own. */
public final class TestKafka {

    private final String bootstrapServers;

    TestKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** What clients need to find the broker. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Makes the topics that are not there yet and waits until clients can use them. Safe to call again.
     *
     * @throws IllegalStateException if a topic is there with another number of partitions
     */
    public void createTopics(int partitions, String... names) {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var created = admin.createTopics(Stream.of(names)
                            .distinct()
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList())
                    .values();
            created.values().forEach(TestKafka::awaitCreation);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .pollInSameThread()
                    .until(() -> areThere(admin, partitions, List.copyOf(created.keySet())));
        }
    }

    private static void awaitCreation(java.util.concurrent.Future<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("a topic could not be made", failure.getCause());
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making topics", interruption);
        }
    }

    private static boolean areThere(Admin admin, int partitions, List<String> names) throws InterruptedException {
        try {
            for (TopicDescription topic :
                    admin.describeTopics(names).allTopicNames().get().values()) {
                if (topic.partitions().size() != partitions) {
                    throw new IllegalStateException("topic " + topic.name() + " is there with "
                            + topic.partitions().size() + " partitions, not " + partitions);
                }
            }
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException("topics could not be described", failure.getCause());
        }
    }
}
