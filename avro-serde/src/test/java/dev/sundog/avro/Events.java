package dev.sundog.avro;

import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.EstimatedSaving;
import dev.sundog.event.Recommendation;
import dev.sundog.event.RecommendationCategory;
import dev.sundog.event.RecommendationStatus;
import dev.sundog.event.SavingPeriod;
import dev.sundog.event.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Named examples. */
final class Events {

    private Events() {}

    static Alert diskFull() {
        return Alert.newBuilder()
                .setEventId("e1")
                .setSource("mon")
                .setOrganizationId("contoso")
                .setDedupKey("disk")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.HIGH)
                .setTitle("Disk full")
                .setOccurredAt(Instant.parse("2026-11-21T12:00:00.123Z"))
                .setLabels(Map.of("host", "db1"))
                .setResources(List.of())
                .setLinks(List.of())
                .build();
    }

    static Recommendation cheaperDisk() {
        return Recommendation.newBuilder()
                .setEventId("r1")
                .setSource("advisor")
                .setOrganizationId("fabrikam")
                .setDedupKey("disk-tier")
                .setStatus(RecommendationStatus.OPEN)
                .setSeverity(Severity.LOW)
                .setTitle("Use a cheaper disk")
                .setCategory(RecommendationCategory.COST)
                .setOccurredAt(Instant.parse("2026-11-20T08:30:00Z"))
                .setEstimatedSaving(new EstimatedSaving(new BigDecimal("12.50"), "EUR", SavingPeriod.MONTHLY))
                .build();
    }

    /** An alert's schema as it stands in the registry. */
    static Schema cleanAlert() {
        return new Schema.Parser().parse(SchemaText.withoutJavasMarks(Alert.getClassSchema()));
    }
}
