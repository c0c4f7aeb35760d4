package dev.sundog.console.configuration;

import static dev.sundog.console.problem.FieldErrors.pointer;

import dev.sundog.console.problem.FieldErrors;
import dev.sundog.event.Severity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What ticket fields must hold to, wherever they stand. */
final class TemplateRules {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Enum::name).toList();
    private static final Pattern FACT = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,99}");
    private static final List<String> NUMBERS = List.of(
            "ticketTypeId",
            "statusId",
            "agentId",
            "impact",
            "urgency",
            "slaId",
            "sourceId",
            "customerId",
            "siteId",
            "userId",
            "parentTicketId",
            "approvalProcessId");

    private static final List<String> SECONDS = List.of(
            "quietPeriodSeconds",
            "reopenWindowSeconds",
            "closeWithinSeconds",
            "noteIntervalSeconds",
            "flapWindowSeconds");

    /** Comebacks that delivery remembers of one matter. */
    private static final long FLAPS = 20;

    private TemplateRules() {}

    static void check(Document template, String at, FieldErrors errors) {
        NUMBERS.forEach(field -> Limits.positive(template, field, at, errors));
        Limits.length(template, "team", 200, at, errors);
        Limits.length(template, "summaryTemplate", 1_000, at, errors);
        Limits.length(template, "detailsTemplate", 20_000, at, errors);
        priorities(template, at, errors);
        numbers(template.part("priorityBySeverityAndImpact"), pointer(at, "priorityBySeverityAndImpact"), errors);
        assets(template, at, errors);
        errors.require(
                template.list("categories").size() <= 4, pointer(at, "categories"), "must have at most 4 members");
        customFields(template, at, errors);
        groupBy(template, at, errors);
        lifecycle(template.part("lifecycle"), pointer(at, "lifecycle"), errors);
    }

    private static void lifecycle(Document lifecycle, String at, FieldErrors errors) {
        Limits.positive(lifecycle, "closedStatusId", at, errors);
        SECONDS.forEach(field -> Limits.notNegative(lifecycle, field, at, errors));
        Limits.notNegative(lifecycle, "flapThreshold", at, errors);
        long threshold = lifecycle.number("flapThreshold").orElse(0L);
        errors.require(
                threshold <= FLAPS, pointer(at, "flapThreshold"), "must be at most " + FLAPS + ", or zero for never");
        // The window may also come from a wider place; only one that is here can be told to be wrong.
        errors.require(
                threshold <= 0 || lifecycle.number("flapWindowSeconds").orElse(1L) > 0,
                pointer(at, "flapWindowSeconds"),
                "must be above zero where flapThreshold is");
    }

    private static void priorities(Document template, String at, FieldErrors errors) {
        var priorities = template.part("priorityBySeverity");
        var prioritiesAt = pointer(at, "priorityBySeverity");
        for (var severity : priorities.fields().keySet()) {
            errors.require(
                    SEVERITIES.contains(severity),
                    pointer(prioritiesAt, severity),
                    "is no severity; allowed: " + String.join(", ", SEVERITIES));
            Limits.positive(priorities, severity, prioritiesAt, errors);
        }
    }

    private static void numbers(Document map, String at, FieldErrors errors) {
        map.fields().keySet().forEach(key -> Limits.positive(map, key, at, errors));
    }

    private static void assets(Document template, String at, FieldErrors errors) {
        var assets = template.list("assetIds");
        for (int i = 0; i < assets.size(); i++) {
            errors.require(
                    assets.get(i) instanceof Number id && id.longValue() > 0,
                    pointer(pointer(at, "assetIds"), i),
                    "must be above zero");
        }
    }

    private static void customFields(Document template, String at, FieldErrors errors) {
        var names = new HashSet<String>();
        var fields = template.list("customFields");
        for (int i = 0; i < fields.size(); i++) {
            var field = Document.of(fields.get(i));
            var fieldAt = pointer(pointer(at, "customFields"), i);
            Limits.length(field, "name", 200, fieldAt, errors);
            field.text("name")
                    .ifPresent(name -> errors.require(names.add(name), pointer(fieldAt, "name"), "is there twice"));
        }
    }

    private static void groupBy(Document template, String at, FieldErrors errors) {
        var facts = template.list("groupBy");
        errors.require(facts.size() <= 10, pointer(at, "groupBy"), "must have at most 10 members");
        for (int i = 0; i < facts.size(); i++) {
            errors.require(
                    FACT.matcher(String.valueOf(facts.get(i))).matches(),
                    pointer(pointer(at, "groupBy"), i),
                    "must match " + FACT.pattern());
        }
    }
}
