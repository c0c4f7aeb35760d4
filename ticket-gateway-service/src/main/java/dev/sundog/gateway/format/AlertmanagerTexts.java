package dev.sundog.gateway.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sundog.gateway.format.Event.Severity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Our words for what people write into labels and annotations of Prometheus alerts. */
final class AlertmanagerTexts {

    private AlertmanagerTexts() {}

    /** Labels or annotations; a value that is no text is an error of this alert. */
    static Map<String, String> texts(Fields fields, String name) {
        return fields.texts(name, Integer.MAX_VALUE, _ -> Optional.empty());
    }

    /** What the severity label means; what is not known is MEDIUM. */
    static Severity severity(String label) {
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "crit", "page", "emergency", "fatal", "disaster", "p1", "sev1" -> Severity.CRITICAL;
            case "high", "error", "err", "major", "p2", "sev2" -> Severity.HIGH;
            case "low", "minor", "notice", "p4", "sev4" -> Severity.LOW;
            case "info", "information", "informational", "none", "debug", "p5", "sev5" -> Severity.INFO;
            default -> Severity.MEDIUM;
        };
    }

    /** The headline: what the rule's author wrote for people, else the name of the alert. */
    static String title(Map<String, String> annotations, String alertname, String dedupKey) {
        return Stream.of(annotations.getOrDefault("summary", ""), annotations.getOrDefault("title", ""), alertname)
                .map(text -> Texts.line(text, Limits.TITLE))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("Alert " + dedupKey);
    }

    /** The rest of the story; null where there is none. */
    static @Nullable String description(Map<String, String> annotations) {
        return Stream.of(annotations.getOrDefault("description", ""), annotations.getOrDefault("message", ""))
                .map(text -> Texts.cut(Texts.clean(text), Limits.LONG_TEXT))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** Labels of the event: those of the alert, the first hundred by name, and how many alerts were left out of the group. */
    static Map<String, String> labels(Map<String, String> labels, String truncatedAlerts) {
        var kept = new LinkedHashMap<String, String>();
        new TreeMap<>(labels)
                .entrySet().stream()
                        .limit(Limits.LABELS - 1L)
                        .forEach(label -> kept.put(
                                Texts.line(label.getKey(), Limits.ID),
                                Texts.cut(Texts.clean(label.getValue()), Limits.LABEL_VALUE)));
        if (!truncatedAlerts.equals("0")) {
            kept.put(AlertmanagerFormat.TRUNCATED_LABEL, Texts.line(truncatedAlerts, Limits.ID));
        }
        return kept;
    }

    /** A short name of a longer text: the first half of its SHA-256 in hexadecimal. */
    static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, hash.length / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
