package dev.sundog.routing.policy;

import dev.sundog.routing.expression.CelExpressions;
import dev.sundog.routing.expression.Facts;
import dev.sundog.routing.expression.Outcome;
import dev.sundog.routing.expression.ValueType;
import dev.sundog.routing.ticket.CustomField;
import dev.sundog.routing.ticket.TicketTemplate;
import dev.sundog.routing.ticket.TicketTemplateBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields of a ticket that expressions can compute, and how. */
public final class ComputedFields {

    private static final String CUSTOM = "customFields.";
    private static final String CATEGORY = "categories.";
    private static final Map<String, ValueType> TYPES = types();

    private ComputedFields() {}

    /** What the expression of a field has to give; empty for a field that cannot be computed. */
    public static Optional<ValueType> type(String field) {
        return field.startsWith(CUSTOM) && field.length() > CUSTOM.length()
                ? Optional.of(ValueType.TEXT)
                : Optional.ofNullable(TYPES.get(field));
    }

    /** The names that can be computed, for people. */
    public static String names() {
        return String.join(", ", new TreeSet<>(TYPES.keySet())) + ", customFields.<name>";
    }

    /** Puts what expressions give in the place of the constants beside them. */
    public static Filled fill(TicketTemplate template, CelExpressions expressions, Facts facts) {
        if (!template.computes()) {
            return new Filled.Ready(template);
        }
        var fields = template.toBuilder().computed(Map.of()).groupKey(null);
        for (var field : template.computed().entrySet()) {
            var type = type(field.getKey());
            if (type.isEmpty()) {
                return new Filled.Broken(field.getKey() + " cannot be computed");
            }
            var outcome = expressions.compile(field.getValue(), type.get()).evaluate(facts);
            if (outcome instanceof Outcome.Broken(var why)) {
                return new Filled.Broken("computed " + field.getKey() + ": " + why);
            }
            set(fields, field.getKey(), outcome, facts);
        }
        return grouped(template, fields, expressions, facts);
    }

    private static Filled grouped(
            TicketTemplate template, TicketTemplateBuilder fields, CelExpressions expressions, Facts facts) {
        if (template.groupKey() == null) {
            return new Filled.Ready(fields.build());
        }
        return switch (expressions.compile(template.groupKey(), ValueType.TEXT).evaluate(facts)) {
            case Outcome.Broken(var why) -> new Filled.Broken("groupKey: " + why);
            case Outcome.Text(var text) ->
                new Filled.Ready(fields.group(text).groupBy(List.of()).build());
            case Outcome.Nothing _, Outcome.Truth _, Outcome.Whole _, Outcome.Wholes _ ->
                new Filled.Ready(fields.build());
        };
    }

    private static void set(TicketTemplateBuilder fields, String name, Outcome outcome, Facts facts) {
        switch (outcome) {
            case Outcome.Text(var text) -> text(fields, name, text);
            case Outcome.Whole(var number) -> number(fields, name, number, facts);
            case Outcome.Wholes(var numbers) -> fields.assetIds(numbers);
            case Outcome.Nothing _, Outcome.Truth _, Outcome.Broken _ -> {}
        }
    }

    private static void text(TicketTemplateBuilder fields, String name, String text) {
        switch (name) {
            case "team" -> fields.team(text);
            case "summary" -> fields.summary(text);
            case "details" -> fields.details(text);
            case "locale" -> fields.locale(text);
            case "timeZone" -> fields.timeZone(text);
            default -> {
                if (name.startsWith(CATEGORY)) {
                    category(fields, Integer.parseInt(name.substring(CATEGORY.length())) - 1, text);
                } else {
                    custom(fields, new CustomField(name.substring(CUSTOM.length()), text));
                }
            }
        }
    }

    private static void number(TicketTemplateBuilder fields, String name, long number, Facts facts) {
        switch (name) {
            case "ticketTypeId" -> fields.ticketTypeId(number);
            case "statusId" -> fields.statusId(number);
            case "agentId" -> fields.agentId(number);
            case "impact" -> fields.impact(number);
            case "urgency" -> fields.urgency(number);
            case "slaId" -> fields.slaId(number);
            case "sourceId" -> fields.sourceId(number);
            case "customerId" -> fields.customerId(number);
            case "siteId" -> fields.siteId(number);
            case "userId" -> fields.userId(number);
            case "parentTicketId" -> fields.parentTicketId(number);
            case "approvalProcessId" -> fields.approvalProcessId(number);
            case "priorityId" -> priority(fields, facts.event().severity().name(), number);
            default -> throw new IllegalArgumentException("no number: " + name);
        }
    }

    /** Written as the priority of this event's severity, so that places join priorities in one way only. */
    private static void priority(TicketTemplateBuilder fields, String severity, long number) {
        var set = fields.build();
        var bySeverity = new TreeMap<>(set.priorityBySeverity());
        bySeverity.put(severity, number);
        var byBoth = new TreeMap<>(set.priorityBySeverityAndImpact());
        byBoth.keySet().removeIf(pair -> pair.startsWith(severity + "/"));
        fields.priorityBySeverity(bySeverity).priorityBySeverityAndImpact(byBoth);
    }

    private static void category(TicketTemplateBuilder fields, int place, String text) {
        var categories = new ArrayList<>(fields.build().categories());
        while (categories.size() <= place) {
            categories.add("");
        }
        categories.set(place, text);
        fields.categories(categories);
    }

    private static void custom(TicketTemplateBuilder fields, CustomField field) {
        var custom = new ArrayList<>(fields.build().customFields());
        custom.removeIf(other -> other.name().equals(field.name()));
        custom.add(field);
        fields.customFields(custom);
    }

    private static Map<String, ValueType> types() {
        var types = new TreeMap<String, ValueType>();
        List.of("team", "summary", "details", "locale", "timeZone").forEach(name -> types.put(name, ValueType.TEXT));
        List.of(1, 2, 3, 4).forEach(place -> types.put(CATEGORY + place, ValueType.TEXT));
        List.of("ticketTypeId", "statusId", "priorityId", "agentId", "impact", "urgency", "slaId", "sourceId")
                .forEach(name -> types.put(name, ValueType.NUMBER));
        List.of("customerId", "siteId", "userId", "parentTicketId", "approvalProcessId")
                .forEach(name -> types.put(name, ValueType.NUMBER));
        types.put("assetIds", ValueType.NUMBERS);
        return types;
    }
}
