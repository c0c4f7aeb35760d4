package dev.sundog.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.format.AlertmanagerFormat.Group;
import dev.sundog.gateway.format.Event.Alert;
import dev.sundog.gateway.format.Event.AlertStatus;
import dev.sundog.gateway.format.Event.Severity;
import dev.sundog.gateway.problem.FieldError;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AlertmanagerFormatTest {

    @Test
    void makesOneEventOfEachAlertOfARealGroup() {
        var alerts = alerts(golden());

        var firing = alerts.get(0);
        assertThat(firing.status()).isEqualTo(AlertStatus.FIRING);
        assertThat(firing.category()).isEqualTo("HostOutOfDiskSpace");
        assertThat(firing.head().dedupKey()).isEqualTo("4aa9e7f1a9e5c9d8");
        assertThat(firing.head().organizationId()).isEqualTo("contoso");
        assertThat(firing.head().source()).isEqualTo("alertmanager");
        assertThat(firing.head().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(firing.head().title()).isEqualTo("Host out of disk space (instance web-1.contoso.example:9100)");
        assertThat(firing.head().description()).startsWith("Disk is almost full (< 10% left)\n");
        assertThat(firing.head().occurredAt()).isEqualTo(Instant.parse("2026-11-21T09:58:30.123456789Z"));
        assertThat(firing.head().labels()).hasSize(7).containsEntry("mountpoint", "/");
        assertThat(firing.head().resources())
                .extracting(Event.Resource::id)
                .containsExactly("web-1.contoso.example:9100");
        assertThat(firing.head().links())
                .extracting(Event.Link::text)
                .containsExactly("Runbook", "Query", "Alertmanager");
        var resolved = alerts.get(1);
        assertThat(resolved.status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(resolved.head().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(resolved.head().occurredAt()).isEqualTo(Instant.parse("2026-11-21T09:59:00Z"));
    }

    @Test
    void givesAGroupThatIsSentAgainTheSameEventIds() {
        var again = golden();
        again.put("externalURL", "http://other:9093");
        alert(again, 0).put("annotations", Map.of("summary", "now 6.9 % left"));

        assertThat(ids(again)).isEqualTo(ids(golden()));
    }

    @Test
    void givesOtherEventsOtherIds() {
        var anew = golden();
        alert(anew, 0).put("startsAt", "2026-11-21T11:00:00Z");
        var over = golden();
        alert(over, 0).put("status", "resolved");
        var endedLater = golden();
        alert(endedLater, 1).put("endsAt", "2026-11-21T10:00:00Z");

        var ids = List.of(ids(golden()).get(0), ids(anew).get(0), ids(over).get(0), id(golden(), "fabrikam"));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids(endedLater).get(1)).isNotEqualTo(ids(golden()).get(1));
    }

    @Test
    void keepsTheGoodAlertsOfAGroupWithABadOne() {
        var group = golden();
        alert(group, 0).remove("startsAt");
        alert(group, 0).put("status", "melting");

        var readings = readings(group, "contoso");

        assertThat(((Reading.Faulty) readings.get(0)).errors())
                .containsExactly(
                        new FieldError("/alerts/0/status", "unknown value; allowed: firing, resolved"),
                        new FieldError("/alerts/0/startsAt", "is required"));
        assertThat(readings.get(1)).isInstanceOf(Reading.Understood.class);
    }

    @Test
    void cutsAndCleansTextsInsteadOfRefusingThem() {
        var group = golden();
        alert(group, 0)
                .put(
                        "annotations",
                        Map.of("summary", "a\0b\n" + "x".repeat(2_000), "runbook_url", "see the wiki", "message", "m"));
        alert(group, 0).put("labels", Map.of("alertname", " ", "big", "y".repeat(5_000)));

        var head = alerts(group).getFirst().head();

        assertThat(head.title()).hasSize(1_000).startsWith("ab xxx").endsWith("…");
        assertThat(head.description()).isEqualTo("m");
        assertThat(head.labels().get("big")).hasSize(4_000);
        assertThat(head.links()).extracting(Event.Link::text).containsExactly("Query", "Alertmanager");
    }

    @Test
    void saysHowManyAlertsWereLeftOut() {
        var group = golden();
        group.put("truncatedAlerts", 12);

        assertThat(alerts(group))
                .allSatisfy(alert ->
                        assertThat(alert.head().labels()).containsEntry("alertmanager_truncated_alerts", "12"));
    }

    @Test
    void namesAnAlertWithoutAFingerprintByItsLabels() {
        var group = golden();
        alert(group, 0).remove("fingerprint");
        var again = golden();
        alert(again, 0).remove("fingerprint");

        assertThat(alerts(group).getFirst().head().dedupKey())
                .hasSize(32)
                .isEqualTo(alerts(again).getFirst().head().dedupKey());
    }

    @ParameterizedTest
    @CsvSource({
        "page,CRITICAL",
        "Critical,CRITICAL",
        "error,HIGH",
        "warning,MEDIUM",
        "odd,MEDIUM",
        "low,LOW",
        "info,INFO"
    })
    void translatesSeverities(String label, Severity severity) {
        var group = golden();
        alert(group, 0).put("labels", Map.of("alertname", "A", "severity", label));

        assertThat(alerts(group).getFirst().head().severity()).isEqualTo(severity);
    }

    @Test
    void refusesWhatIsNoGroupOfVersionFour() {
        var wrongVersion = golden();
        wrongVersion.put("version", "3");
        var empty = golden();
        empty.put("alerts", List.of());

        assertThat(pointers(wrongVersion)).containsExactly("/version");
        assertThat(pointers(empty)).containsExactly("/alerts");
        assertThat(pointers(Map.of())).containsExactly("/version", "/alerts");
        assertThat(pointers(List.of())).containsExactly("");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> golden() {
        try (var body = AlertmanagerFormatTest.class.getResourceAsStream("/alertmanager-group.json")) {
            var parsed = (Map<String, Object>) JsonMapper.shared().readValue(body, Map.class);
            var alerts = new ArrayList<Map<String, Object>>();
            ((List<Map<String, Object>>) parsed.get("alerts")).forEach(alert -> alerts.add(new LinkedHashMap<>(alert)));
            parsed.put("alerts", alerts);
            return parsed;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> alert(Map<String, Object> group, int index) {
        return ((List<Map<String, Object>>) group.get("alerts")).get(index);
    }

    private static List<Reading> readings(Object group, String organizationId) {
        return ((Group.Alerts) read(group, organizationId)).readings();
    }

    private static List<Alert> alerts(Object group) {
        return readings(group, "contoso").stream()
                .map(reading -> (Alert) ((Reading.Understood) reading).event())
                .toList();
    }

    private static List<String> ids(Object group) {
        return alerts(group).stream().map(alert -> alert.head().eventId()).toList();
    }

    private static String id(Object group, String organizationId) {
        return ((Reading.Understood) readings(group, organizationId).getFirst())
                .event()
                .head()
                .eventId();
    }

    private static List<String> pointers(Object group) {
        return ((Group.NotAGroup) read(group, "contoso"))
                .errors().stream().map(FieldError::pointer).toList();
    }

    private static Group read(Object group, String organizationId) {
        var defaults = new EventDefaults(Optional.empty(), Instant.EPOCH, () -> "never");
        return AlertmanagerFormat.read(group, organizationId, defaults);
    }
}
