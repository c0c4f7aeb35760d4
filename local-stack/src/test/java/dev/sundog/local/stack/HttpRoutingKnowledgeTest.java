package dev.sundog.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpRoutingKnowledgeTest {

    private static final String METRICS = """
            # HELP sundog_configuration_records
            # TYPE sundog_configuration_records gauge
            sundog_configuration_records{topic="connections-v1"} 1.0
            sundog_configuration_records{application="routing",topic="organizations-v1"} 3.0
            sundog_routing_decisions_total{outcome="routed"} 7.0
            """;

    @Test
    void readsTheMeterOfOneTopic() {
        assertThat(HttpRoutingKnowledge.known(METRICS, "connections-v1")).hasValue(1);
        assertThat(HttpRoutingKnowledge.known(METRICS, "organizations-v1")).hasValue(3);
    }

    @Test
    void knowsNothingOfATopicWithoutMeter() {
        assertThat(HttpRoutingKnowledge.known(METRICS, "policies-v1")).isEmpty();
        assertThat(HttpRoutingKnowledge.known("", "policies-v1")).isEmpty();
    }
}
