package dev.sundog.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.contract.Topics;
import org.junit.jupiter.api.Test;

class KafkaTopicsTest {

    @Test
    void givesTopicsThatMeetEqualPartitionCounts() {
        var routing = Topics.ROUTING.stream()
                .map(topic -> KafkaTopics.newTopic(topic, (short) 1).numPartitions());
        var delivery = Topics.DELIVERY.stream()
                .map(topic -> KafkaTopics.newTopic(topic, (short) 1).numPartitions());

        assertThat(routing).containsOnly(6);
        assertThat(delivery).containsOnly(6);
    }

    @Test
    void compactsConfigurationInOnePartition() {
        var policies = KafkaTopics.newTopic(Topics.POLICIES, (short) 1);

        assertThat(policies.numPartitions()).isEqualTo(1);
        assertThat(policies.configs())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void keepsEventsForThirtyDays() {
        var alerts = KafkaTopics.newTopic(Topics.ALERTS, (short) 1);

        assertThat(alerts.configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000");
    }
}
