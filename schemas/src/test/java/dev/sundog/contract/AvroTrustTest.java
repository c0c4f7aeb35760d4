package dev.sundog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.Link;
import dev.sundog.event.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;

/** What a producer meets who has this artifact and Avro, and nothing else. */
class AvroTrustTest {

    @Test
    void buildsAnEventWithDefaultsWithoutAnySetting() {
        Alert alert = alert().build();

        assertThat(alert.getLinks()).isEmpty();
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Alert alert =
                alert().setLinks(List.of(new Link("https://example.com", null))).build();

        Alert read = Alert.fromByteBuffer(alert.toByteBuffer());

        assertThat(read).isEqualTo(alert);
    }

    @Test
    void leavesAloneWhatOthersAddedToIt() {
        alert().build();
        var ours = ClassSecurityValidator.getGlobal();
        var wider = ClassSecurityValidator.composite(ours, type -> false);
        try {
            ClassSecurityValidator.setGlobal(wider);

            AvroTrust.establish();

            assertThat(ClassSecurityValidator.getGlobal()).isSameAs(wider);
        } finally {
            ClassSecurityValidator.setGlobal(ours);
        }
    }

    private static Alert.Builder alert() {
        return Alert.newBuilder()
                .setEventId("e-1")
                .setSource("monitor")
                .setOrganizationId("contoso")
                .setDedupKey("disk")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.HIGH)
                .setTitle("Disk full")
                .setOccurredAt(Instant.EPOCH);
    }
}
