package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sundog.event.Alert;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectNamingTest {

    @ParameterizedTest
    @CsvSource({
        "io.confluent.kafka.serializers.subject.TopicNameStrategy, alerts-v1-value",
        "io.confluent.kafka.serializers.subject.RecordNameStrategy, dev.sundog.event.Alert",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy, alerts-v1-dev.sundog.event.Alert",
        "RecordNameStrategy, dev.sundog.event.Alert",
        "topic-name, alerts-v1-value",
        "TOPIC_RECORD_NAME, alerts-v1-dev.sundog.event.Alert"
    })
    void makesTheSubjectOfAValue(String strategy, String subject) {
        SubjectNaming naming = SubjectNaming.of(new Settings(Map.of("value.subject.name.strategy", strategy)), false);

        assertThat(naming.subject("alerts-v1", false, Alert.getClassSchema())).isEqualTo(subject);
    }

    @Test
    void namesAKeysSubjectAfterTheTopicWhereNothingIsSet() {
        SubjectNaming naming =
                SubjectNaming.of(new Settings(Map.of("value.subject.name.strategy", "RecordNameStrategy")), true);

        assertThat(naming.subject("alerts-v1", true, Alert.getClassSchema())).isEqualTo("alerts-v1-key");
    }

    @Test
    void saysWhichStrategiesThereAre() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> SubjectNaming.of(new Settings(Map.of("key.subject.name.strategy", "Mine")), true))
                .withMessageContaining("key.subject.name.strategy")
                .withMessageContaining("TopicRecordNameStrategy");
    }
}
