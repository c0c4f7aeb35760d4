package dev.sundog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.contract.Topic.Cleanup;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void givesEachTopicANameOfItsOwnWithHyphensAndNoDots() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void listsEveryTopicThatItDeclares() throws IllegalAccessException {
        List<Topic> declared = new ArrayList<>();
        for (Field field : Topics.class.getFields()) {
            if (field.getType() == Topic.class) {
                declared.add((Topic) field.get(null));
            }
        }

        assertThat(declared).isNotEmpty();
        assertThat(Topics.all())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                declared.stream(),
                                Topics.WITH_DEAD_LETTERS.stream().map(Topic::deadLetters))
                        .toList());
    }

    @Test
    void putsNoTopicIntoTwoGroups() {
        assertThat(Stream.of(Topics.ROUTING, Topics.DELIVERY, Topics.CONFIGURATION)
                        .flatMap(List::stream))
                .doesNotHaveDuplicates()
                .isSubsetOf(Topics.all());
    }

    @Test
    void keepsARecordForATimeOrForItsKey() {
        assertThat(Topics.all())
                .allSatisfy(topic -> assertThat(topic.retention().isPresent())
                        .as("retention of %s", topic.name())
                        .isEqualTo(topic.cleanup() == Cleanup.DELETE));
    }

    @Test
    void keepsDeadLettersAsTheyCame() {
        Topic dead = Topics.ALERTS.deadLetters();

        assertThat(dead.name()).isEqualTo("alerts-v1-dlt");
        assertThat(dead.value()).isEmpty();
        assertThat(dead.partitionedBy()).isEqualTo(Topics.ALERTS.partitionedBy());
    }

    @Test
    void putsAnInstallationsPrefixBeforeTheName() {
        assertThat(Topics.ALERTS.name("acme-")).isEqualTo("acme-alerts-v1");
    }
}
