package dev.sundog.gateway.format;

import dev.sundog.gateway.format.Event.Alert;
import dev.sundog.gateway.format.Event.AlertStatus;
import dev.sundog.gateway.format.Event.Head;
import dev.sundog.gateway.format.Event.Link;
import dev.sundog.gateway.format.Event.Resource;
import dev.sundog.gateway.problem.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prometheus Alertmanager's webhook, version 4: one event for each alert of the group.
 *
 * <p>The fingerprint is the dedup key. The event id is made from organization, fingerprint, status and times, so that a group
 * that Alertmanager sends again, be it after a failure or by its repeat interval, carries the same events and counts once. An
 * alert that fires anew has another start and is another event.
 *
 * <p>Lenient where the plain format is strict: nobody at the other end can be asked to change a text, so texts are cleaned and
 * cut, links that are none are left out, and fields that we do not know are passed over.
 */
public final class AlertmanagerFormat {

    /** The source of alerts whose key names no other. */
    public static final String SOURCE = "alertmanager";

    /** Label that says how many alerts of the group Alertmanager did not send. */
    public static final String TRUNCATED_LABEL = "alertmanager_truncated_alerts";

    private static final String VERSION = "4";

    private AlertmanagerFormat() {}

    /** What reading a group came to. */
    public sealed interface Group {

        /** The group can be taken apart; some of its alerts may still be unreadable. */
        record Alerts(List<Reading> readings) implements Group {

            public Alerts {
                readings = List.copyOf(readings);
            }
        }

        /** This is not a webhook body of version 4. */
        record NotAGroup(List<FieldError> errors) implements Group {

            public NotAGroup {
                errors = List.copyOf(errors);
            }
        }
    }

    /**
     * Takes a group apart.
     *
     * @param json parsed JSON
     * @param organizationId whom the alerts are about
     */
    public static Group read(@Nullable Object json, String organizationId, EventDefaults defaults) {
        var errors = new Fields.Errors();
        var body = Fields.of(json, "", errors).orElse(null);
        if (body == null) {
            return new Group.NotAGroup(errors.list());
        }
        if (!VERSION.equals(body.value("version"))) {
            body.wrong("version", "must be \"4\", as Alertmanager sends it");
        }
        if (!(body.value("alerts") instanceof List<?> alerts) || alerts.isEmpty()) {
            body.wrong("alerts", "must be an array with at least one alert");
            return new Group.NotAGroup(errors.list());
        }
        if (!errors.isEmpty()) {
            return new Group.NotAGroup(errors.list());
        }
        var frame = new Frame(
                organizationId,
                defaults.source().orElse(SOURCE),
                Optional.ofNullable(body.value("truncatedAlerts"))
                        .map(String::valueOf)
                        .orElse("0"),
                body.value("externalURL") instanceof String url ? url : null);
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < alerts.size(); i++) {
            readings.add(alert(alerts.get(i), "/alerts/" + i, frame));
        }
        return new Group.Alerts(readings);
    }

    /** What the alerts of one group share. */
    private record Frame(
            String organizationId,
            String source,
            String truncatedAlerts,
            @Nullable String externalUrl) {}

    private static Reading alert(@Nullable Object json, String pointer, Frame frame) {
        var errors = new Fields.Errors();
        var event = Fields.of(json, pointer, errors).map(fields -> alert(fields, frame));
        return errors.isEmpty() && event.isPresent()
                ? new Reading.Understood(event.get())
                : new Reading.Faulty(errors.list());
    }

    private static Event alert(Fields fields, Frame frame) {
        var status = status(fields);
        var labels = AlertmanagerTexts.texts(fields, "labels");
        var annotations = AlertmanagerTexts.texts(fields, "annotations");
        var startsAt = fields.moment("startsAt").orElseGet(() -> fields.missing("startsAt", Instant.EPOCH));
        // Alertmanager writes the year 1 for an end that is not known.
        var endsAt = fields.moment("endsAt").filter(end -> end.isAfter(Instant.EPOCH));
        var over = status == AlertStatus.RESOLVED ? endsAt : Optional.<Instant>empty();
        var dedupKey = fields.optionalLine("fingerprint", Limits.ID)
                .orElseGet(() -> AlertmanagerTexts.digest(new TreeMap<>(labels).toString()));
        var occurrence = Stream.of(frame.organizationId(), dedupKey, status.name(), startsAt, over.orElse(null));
        var alertname = labels.getOrDefault("alertname", "");
        var head = new Head(
                "am-"
                        + AlertmanagerTexts.digest(
                                occurrence.map(String::valueOf).toList().toString()),
                frame.source(),
                frame.organizationId(),
                dedupKey,
                AlertmanagerTexts.severity(labels.getOrDefault("severity", "")),
                AlertmanagerTexts.title(annotations, alertname, dedupKey),
                AlertmanagerTexts.description(annotations),
                over.orElse(startsAt),
                resources(labels),
                AlertmanagerTexts.labels(labels, frame.truncatedAlerts()),
                links(fields, annotations, frame));
        return new Alert(head, status, alertname.isBlank() ? null : Texts.line(alertname, Limits.SHORT_TEXT));
    }

    private static AlertStatus status(Fields fields) {
        return switch (fields.line("status", Limits.ID)) {
            case "firing" -> AlertStatus.FIRING;
            case "resolved" -> AlertStatus.RESOLVED;
            case "" -> AlertStatus.FIRING; // already noted as an error
            default -> {
                fields.wrong("status", "unknown value; allowed: firing, resolved");
                yield AlertStatus.FIRING;
            }
        };
    }

    private static List<Resource> resources(Map<String, String> labels) {
        var instance = Texts.line(labels.getOrDefault("instance", ""), Limits.SHORT_TEXT);
        return instance.isEmpty() ? List.of() : List.of(new Resource(instance, "instance", instance, null));
    }

    private static List<Link> links(Fields fields, Map<String, String> annotations, Frame frame) {
        return Stream.of(
                        link(annotations.get("runbook_url"), "Runbook"),
                        link(annotations.get("dashboard_url"), "Dashboard"),
                        link(fields.value("generatorURL"), "Query"),
                        link(frame.externalUrl(), "Alertmanager"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Link> link(@Nullable Object href, String text) {
        return href instanceof String address && Texts.faultInUrl(address).isEmpty()
                ? Optional.of(new Link(address, text))
                : Optional.empty();
    }
}
