package dev.sundog.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.format.Event;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AvroEventsTest {

    @Test
    void hasTheSameWordsAsThePublishedSchemas() {
        assertThat(names(Event.Severity.values())).isEqualTo(names(dev.sundog.event.Severity.values()));
        assertThat(names(Event.AlertStatus.values())).isEqualTo(names(dev.sundog.event.AlertStatus.values()));
        assertThat(names(Event.SavingPeriod.values())).isEqualTo(names(dev.sundog.event.SavingPeriod.values()));
        assertThat(names(Event.RecommendationStatus.values()))
                .isEqualTo(names(dev.sundog.event.RecommendationStatus.values()));
        assertThat(names(Event.RecommendationCategory.values()))
                .isEqualTo(names(dev.sundog.event.RecommendationCategory.values()));
    }

    private static List<String> names(Enum<?>[] words) {
        return Stream.of(words).map(Enum::name).toList();
    }
}
