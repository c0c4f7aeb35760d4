package dev.sundog.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WardTest {

    private final Ward ward = new Ward(Set.of("kafka-1", "kafka-2", "kafka-3"));

    @Test
    void lendsAPartToOneAtATime() {
        assertThat(ward.take("routing")).isTrue();
        assertThat(ward.take("routing")).isFalse();

        ward.release("routing");

        assertThat(ward.take("routing")).isTrue();
    }

    @Test
    void letsOneBrokerBeStruckAtATimeSinceTwoAreNeeded() {
        assertThat(ward.take("kafka-1")).isTrue();

        assertThat(ward.take("kafka-2")).isFalse();
        assertThat(ward.take("gateway")).isTrue();
    }

    @Test
    void saysWhetherAllIsMended() {
        ward.take("console");

        assertThat(ward.awaitEmpty(Duration.ofMillis(1))).isFalse();
        assertThat(ward.struck()).containsExactly("console");

        ward.release("console");

        assertThat(ward.awaitEmpty(Duration.ZERO)).isTrue();
    }
}
