package dev.sundog.console.configuration;

import static dev.sundog.console.problem.FieldErrors.pointer;

import dev.sundog.console.problem.FieldErrors;
import dev.sundog.routing.check.SilenceCheck;
import dev.sundog.routing.event.Severity;
import dev.sundog.routing.silence.Recurrence;
import dev.sundog.routing.silence.Scope;
import dev.sundog.routing.silence.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a silence must hold to: somebody answers for it, it says why, and it ends. What routing would ask, routing's engine checks. */
final class SilenceRules implements Rules {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Enum::name).toList();
    private static final int MOST = 200;
    private static final int LONGEST = 200;
    private static final long LONGEST_WINDOW = Duration.ofDays(31).toSeconds();

    private final SilenceCheck engine = new SilenceCheck();

    @Override
    public Document check(Document silence, References references, FieldErrors errors) {
        Limits.length(silence, "name", LONGEST, "", errors);
        Limits.length(silence, "owner", LONGEST, "", errors);
        Limits.length(silence, "reason", 500, "", errors);
        Limits.length(silence, "when", 4_000, "", errors);
        end(silence, errors);
        window(silence, errors);
        List.of("organizations", "sources", "resources", "categories", "severities")
                .forEach(field -> texts(silence, field, errors));
        organizations(silence, references, errors);
        severities(silence, errors);
        engine.check(silence(silence)).stream()
                .filter(finding -> errors.noneAt(finding.pointer()))
                .forEach(finding -> errors.add(finding.pointer(), finding.message()));
        return silence;
    }

    private static void end(Document silence, FieldErrors errors) {
        var untilResolved = Boolean.TRUE.equals(silence.fields().get("untilResolved"));
        errors.require(
                silence.has("endsAt") || untilResolved,
                "/endsAt",
                "is required, unless untilResolved is true: a silence must end");
        var startsAt = moment(silence, "startsAt");
        var endsAt = moment(silence, "endsAt");
        errors.require(
                startsAt.isEmpty() || endsAt.isEmpty() || endsAt.get().isAfter(startsAt.get()),
                "/endsAt",
                "must be after startsAt");
    }

    private static void window(Document silence, FieldErrors errors) {
        if (!silence.has("recurrence")) {
            return;
        }
        errors.require(
                !Boolean.TRUE.equals(silence.fields().get("untilResolved")),
                "/untilResolved",
                "must be false where recurrence is: each window ends by its length");
        var seconds = silence.part("recurrence").number("durationSeconds").orElse(1L);
        errors.require(
                seconds > 0 && seconds <= LONGEST_WINDOW,
                "/recurrence/durationSeconds",
                "must be from 1 to " + LONGEST_WINDOW + ", which is 31 days");
    }

    private static void texts(Document silence, String field, FieldErrors errors) {
        var texts = silence.list(field);
        errors.require(texts.size() <= MOST, "/" + field, "must have at most " + MOST + " members");
        for (int i = 0; i < texts.size(); i++) {
            errors.require(
                    texts.get(i) instanceof String text && !text.isBlank() && text.length() <= LONGEST,
                    pointer("/" + field, i),
                    "must have 1 to " + LONGEST + " characters");
        }
    }

    private static void organizations(Document silence, References references, FieldErrors errors) {
        var ids = silence.list("organizations");
        for (int i = 0; i < ids.size(); i++) {
            var there = references
                    .find(Kind.ORGANIZATION, String.valueOf(ids.get(i)))
                    .filter(stored -> stored.document().text("tenantId").equals(silence.text("tenantId")));
            // One answer for both: whether another tenant has the id is nobody's business.
            errors.require(there.isPresent(), pointer("/organizations", i), "names no organization of this tenant");
        }
    }

    private static void severities(Document silence, FieldErrors errors) {
        var severities = silence.list("severities");
        for (int i = 0; i < severities.size(); i++) {
            errors.require(
                    SEVERITIES.contains(String.valueOf(severities.get(i))),
                    pointer("/severities", i),
                    "is no severity; allowed: " + String.join(", ", SEVERITIES));
        }
    }

    private static Silence silence(Document from) {
        return new Silence(
                from.text("id").orElse(""),
                from.text("tenantId").orElse(""),
                1,
                from.text("name").orElse(null),
                from.text("owner").orElse(""),
                from.text("reason").orElse(""),
                moment(from, "startsAt").orElse(Instant.EPOCH),
                moment(from, "endsAt").orElse(null),
                Boolean.TRUE.equals(from.fields().get("untilResolved")),
                recurrence(from.part("recurrence")),
                Scope.ALL,
                from.text("when").orElse(null));
    }

    private static @Nullable Recurrence recurrence(Document from) {
        return from.fields().isEmpty()
                ? null
                : new Recurrence(
                        from.text("rrule").orElse(""),
                        from.text("timeZone").orElse(""),
                        Duration.ofSeconds(from.number("durationSeconds").orElse(0L)));
    }

    private static Optional<Instant> moment(Document document, String field) {
        return document.text(field).map(Instant::parse);
    }
}
