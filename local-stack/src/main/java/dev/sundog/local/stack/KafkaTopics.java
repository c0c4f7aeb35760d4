package dev.sundog.local.stack;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topic.Cleanup;
import dev.sundog.contract.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the topics of the contract, as an operator would. */
final class KafkaTopics {

    private static final int PARTITIONS = 6;

    private final String bootstrapServers;
    private final short replicas;

    /**
     * Topics of one cluster.
     *
     * @param replicas how many copies of each record there are to be
     */
    KafkaTopics(String bootstrapServers, int replicas) {
        this.bootstrapServers = bootstrapServers;
        this.replicas = (short) replicas;
    }

    /** True when a broker answers and knows of that many that take part in the cluster. */
    boolean brokersAnswer(int wanted) {
        try (var admin = admin()) {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() >= wanted;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes those that are not there yet. */
    void create() {
        try (var admin = admin()) {
            Set<String> present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> newTopic(topic, replicas))
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topics cannot be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static NewTopic newTopic(Topic topic, short replicas) {
        int partitions = Topics.CONFIGURATION.contains(topic) ? 1 : PARTITIONS;
        var settings = new HashMap<String, String>();
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.cleanup() == Cleanup.COMPACT
                        ? TopicConfig.CLEANUP_POLICY_COMPACT
                        : TopicConfig.CLEANUP_POLICY_DELETE);
        topic.retention()
                .ifPresent(retention ->
                        settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis())));
        return new NewTopic(topic.name(), partitions, replicas).configs(settings);
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                30_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000));
    }
}
