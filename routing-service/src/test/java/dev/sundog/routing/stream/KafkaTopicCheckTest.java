package dev.sundog.routing.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.contract.Topics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaTopicCheckTest {

    private final KafkaTopicCheck check = new KafkaTopicCheck("eu-", InstantSource.system());

    @Test
    void givesTheSharedNumberOfPartitions() {
        assertThat(check.fitting(counts())).isEqualTo(12);
    }

    @Test
    void namesTheTopicsThatAreMissing() {
        var counts = counts();
        counts.remove("eu-policies-v1");
        counts.remove("eu-alerts-v1-dlt");

        assertThatThrownBy(() -> check.fitting(counts))
                .hasMessage("topics are missing, create them: eu-policies-v1, eu-alerts-v1-dlt");
    }

    @Test
    void namesTopicsAndCountsThatDoNotFit() {
        var counts = counts();
        counts.put("eu-parked-events-v1", 6);

        assertThatThrownBy(() -> check.fitting(counts))
                .hasMessage(
                        "these topics must have equal numbers of partitions: "
                                + "{eu-alerts-v1=12, eu-parked-events-v1=6, eu-parking-commands-v1=12, eu-recommendations-v1=12}");
    }

    private static Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        Topics.all().forEach(topic -> counts.put(topic.name("eu-"), topic.name().endsWith("-dlt") ? 3 : 12));
        return counts;
    }
}
