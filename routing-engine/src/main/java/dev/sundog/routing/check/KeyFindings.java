package dev.sundog.routing.check;

import dev.sundog.routing.expression.CelExpressions;
import dev.sundog.routing.expression.ValueType;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with how events are grouped to tickets. A key must stay the same for as long as its matter lasts: one that changes
 * with every report makes a ticket of each report, and the end of the matter never finds the ticket that it should close.
 */
final class KeyFindings {

    private static final String LABELS = "event.labels";
    private static final String RENDERED = "is text for people, which sources word anew with each report";
    private static final String MOMENT = "is another moment with each report";
    private static final String MONEY = "is an amount, which is worked out anew with each report";

    /** Why a fact cannot be part of a key, by the fact. */
    private static final Map<String, String> VOLATILE = Map.ofEntries(
            Map.entry("event.id", "is another one with each report"),
            Map.entry("event.occurredAt", MOMENT),
            Map.entry("event.acceptedAt", MOMENT),
            Map.entry("event.title", RENDERED),
            Map.entry("event.description", RENDERED),
            Map.entry("event.rationale", RENDERED),
            Map.entry("event.remediation", RENDERED),
            Map.entry("event.links", RENDERED),
            Map.entry("event.estimatedSaving", MONEY),
            Map.entry("event.status", "changes when the matter ends, so its end would look for another ticket"),
            Map.entry("event.over", "changes when the matter ends, so its end would look for another ticket"),
            Map.entry("time.hour", MOMENT),
            Map.entry("time.minute", MOMENT),
            Map.entry("time.dayOfWeek", MOMENT),
            Map.entry("time.date", MOMENT),
            Map.entry("time.businessHours", MOMENT));

    /** What may stand in a list of facts, by the name that expressions have for it. */
    private static final Map<String, String> GROUP_BY = Map.of(
            "kind", "event.kind",
            "source", "event.source",
            "dedupKey", "event.dedupKey",
            "severity", "event.severity",
            "category", "event.category",
            "resource", "event.resources",
            "title", "event.title");

    /** Facts that people expect in a list of facts and that would be read as labels. */
    private static final Map<String, String> MISTAKEN = Map.of(
            "id", "event.id",
            "eventId", "event.id",
            "description", "event.description",
            "status", "event.status",
            "occurredAt", "event.occurredAt",
            "acceptedAt", "event.acceptedAt");

    /** Names of labels, without case and punctuation, whose values are other ones with each report. */
    private static final Set<String> COUNTING = Set.of(
            "time",
            "timestamp",
            "date",
            "datetime",
            "occurredat",
            "startsat",
            "endsat",
            "firedat",
            "updatedat",
            "createdat",
            "lastseen",
            "firstseen",
            "duration",
            "uptime",
            "age",
            "count",
            "counter",
            "occurrences",
            "attempt",
            "attempts",
            "retries",
            "sequence",
            "seq",
            "sequencenumber",
            "offset",
            "uuid",
            "guid",
            "nonce",
            "random",
            "eventid",
            "messageid",
            "alertid",
            "traceid",
            "spanid",
            "requestid",
            "correlationid",
            "value",
            "currentvalue",
            "percent",
            "percentage",
            "usage",
            "title",
            "summary",
            "description",
            "message");

    private KeyFindings() {}

    static void of(TicketTemplate fields, CelExpressions expressions, Findings findings) {
        if (fields.groupKey() != null && !fields.groupBy().isEmpty()) {
            findings.add("/groupKey", "is instead of groupBy; set one of them");
        }
        for (int i = 0; i < fields.groupBy().size(); i++) {
            var pointer = "/groupBy/" + i;
            var name = fields.groupBy().get(i);
            var fact = GROUP_BY.getOrDefault(name, MISTAKEN.getOrDefault(name, LABELS + "." + bare(name)));
            problem(fact).ifPresent(why -> findings.add(pointer, why));
        }
        if (fields.groupKey() != null) {
            var key = expressions.compile(fields.groupKey(), ValueType.TEXT);
            key.refusal()
                    .ifPresentOrElse(
                            why -> findings.add("/groupKey", why),
                            () -> key.reads().stream()
                                    .flatMap(fact -> problem(fact).stream())
                                    .forEach(why -> findings.add("/groupKey", why)));
            if (key.refusal().isEmpty() && key.reads().isEmpty()) {
                findings.add(
                        "/groupKey", "is the same for every event; read the facts that tell one matter from another");
            }
        }
    }

    /** Why a fact cannot be part of a key; empty for one that can. */
    private static Optional<String> problem(String fact) {
        if (fact.equals(LABELS)) {
            return Optional.of("reads any label, also those that change; name the labels: event.labels['host']");
        }
        if (fact.startsWith(LABELS + ".")) {
            var label = fact.substring(LABELS.length() + 1);
            var plain = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            return COUNTING.contains(plain)
                    ? Optional.of(
                            "reads label " + label + ", which by its name is another one with each report, so each"
                                    + " report would make a ticket of its own; choose what stays the same")
                    : Optional.empty();
        }
        return Optional.ofNullable(VOLATILE.get(fact))
                .map(why -> "reads " + fact + ", which " + why + "; choose what stays the same, such as event.dedupKey,"
                        + " event.category or the id of a resource");
    }

    private static String bare(String name) {
        return name.startsWith("labels.") ? name.substring("labels.".length()) : name;
    }
}
