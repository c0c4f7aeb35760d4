package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ticket fields against what Halo has.
 *
 * @param checks takes what is wrong
 * @param wider the fields that hold where the checked ones say nothing, the widest first
 */
record TemplateChecks(Checks checks, List<Place> wider) {

    private static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW", "INFO");

    private static final List<String> CUSTOMERS_OWN = List.of("customer", "client", "site", "user", "end user");

    /** Fields that Halo's screens name otherwise than configuration does. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("subject", "summaryTemplate"),
            Map.entry("summary", "summaryTemplate"),
            Map.entry("details", "detailsTemplate"),
            Map.entry("team", "team"),
            Map.entry("agent", "agentId"),
            Map.entry("impact", "impact"),
            Map.entry("urgency", "urgency"),
            Map.entry("sla", "slaId"),
            Map.entry("status", "statusId"),
            Map.entry("source", "sourceId"));

    TemplateChecks {
        wider = List.copyOf(wider);
    }

    /** What a place says by itself. */
    void check(Place template) {
        checks.number(ReferenceKind.TICKET_TYPE, template.number("ticketTypeId"), template.pointer("ticketTypeId"));
        checks.number(ReferenceKind.STATUS, template.number("statusId"), template.pointer("statusId"));
        checks.number(ReferenceKind.SLA, template.number("slaId"), template.pointer("slaId"));
        checks.number(ReferenceKind.AGENT, template.number("agentId"), template.pointer("agentId"));
        checks.number(ReferenceKind.CUSTOMER, template.number("customerId"), template.pointer("customerId"));
        checks.number(ReferenceKind.SITE, template.number("siteId"), template.pointer("siteId"));
        checks.number(ReferenceKind.USER, template.number("userId"), template.pointer("userId"));
        checks.name(ReferenceKind.TEAM, template.text("team"), template.pointer("team"), _ -> true);
        var lifecycle = template.part("lifecycle");
        checks.number(ReferenceKind.STATUS, lifecycle.number("closedStatusId"), lifecycle.pointer("closedStatusId"));
        for (var field : template.parts("customFields")) {
            checks.name(ReferenceKind.CUSTOM_FIELD, field.text("name"), field.pointer("name"), _ -> true);
        }
        var customer = number("customerId", template);
        checks.belongs(ReferenceKind.SITE, template.number("siteId"), customer, template.pointer("siteId"));
        checks.belongs(ReferenceKind.USER, template.number("userId"), customer, template.pointer("userId"));
        categories(template);
        new PriorityChecks(checks, this).check(template);
        membership(template);
    }

    /** What a ticket of these fields would lack that its type wants. */
    void mandatory(Place template) {
        var type =
                number("ticketTypeId", template).flatMap(id -> checks.catalog().find(ReferenceKind.TICKET_TYPE, id));
        if (type.isEmpty() || !type.get().complete()) {
            return;
        }
        for (var field : type.get().mandatoryFields()) {
            if (isMissing(field, template)) {
                checks.add(
                        ReferenceKind.TICKET_TYPE,
                        template.at(),
                        "ticket type " + type.get().shown() + " wants a value for " + shown(field, template));
            }
        }
    }

    private void categories(Place template) {
        var categories = template.list("categories");
        for (int index = 0; index < categories.size(); index++) {
            var list = index + 1L;
            var path = Optional.of(String.valueOf(categories.get(index))).filter(text -> !text.isBlank());
            var at = template.pointer("categories") + "/" + index;
            checks.name(ReferenceKind.CATEGORY, path, at, item -> item.typeId() == null || item.typeId() == list);
        }
    }

    private void membership(Place template) {
        var team = text("team", template);
        var agent = number("agentId", template).flatMap(id -> checks.catalog().find(ReferenceKind.AGENT, id));
        var saysEither =
                template.text("team").isPresent() || template.number("agentId").isPresent();
        if (team.isEmpty() || agent.isEmpty() || !agent.get().complete() || !saysEither) {
            return;
        }
        if (agent.get().teams().stream().noneMatch(name -> Catalog.same(name, team.get()))) {
            checks.add(
                    ReferenceKind.AGENT,
                    template.pointer(template.number("agentId").isPresent() ? "agentId" : "team"),
                    "agent " + agent.get().shown() + " is not in the team \"" + team.get() + "\" but in "
                            + (agent.get().teams().isEmpty()
                                    ? "none"
                                    : String.join(", ", agent.get().teams())),
                    item -> item.teams().stream().anyMatch(name -> Catalog.same(name, team.get())));
        }
    }

    private boolean isMissing(String wanted, Place template) {
        var custom = customField(wanted);
        if (custom.isPresent()) {
            var name = custom.get();
            return layers(template)
                    .noneMatch(layer -> hasComputed(layer, "customFields." + name)
                            || layer.parts("customFields").stream()
                                    .anyMatch(field -> field.text("name")
                                                    .filter(name::equals)
                                                    .isPresent()
                                            && field.text("value").isPresent()));
        }
        var lower = wanted.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("priority")) {
            return !withoutPriority(template).isEmpty();
        }
        if (lower.startsWith("category")) {
            return layers(template).noneMatch(layer -> hasCategory(layer, lower.replaceAll("\\D", "")));
        }
        var field = NAMES.get(lower);
        if (field == null || CUSTOMERS_OWN.contains(lower) || field.endsWith("Template")) {
            // Known by the organization, always there, or nothing that we could know.
            return false;
        }
        return layers(template).noneMatch(layer -> hasValue(layer, field) || hasComputed(layer, field));
    }

    /** Severities whose events would have no priority. */
    private List<String> withoutPriority(Place template) {
        if (layers(template).anyMatch(layer -> hasComputed(layer, "priorityId"))) {
            return List.of();
        }
        return SEVERITIES.stream()
                .filter(severity -> layers(template)
                        .noneMatch(layer -> layer.part("priorityBySeverity")
                                        .number(severity)
                                        .isPresent()
                                || layer.part("priorityBySeverityAndImpact").fields().keySet().stream()
                                        .anyMatch(key -> String.valueOf(key).startsWith(severity + "/"))))
                .toList();
    }

    private static boolean hasValue(Place layer, String field) {
        var value = layer.fields().get(field);
        return switch (value) {
            case null -> false;
            case Map<?, ?> map -> !map.isEmpty();
            case Object other -> !other.toString().isBlank();
        };
    }

    /** The category of this number, any where the type does not say which. */
    private static boolean hasCategory(Place layer, String number) {
        var paths = layer.list("categories");
        return IntStream.rangeClosed(1, 4)
                .filter(one -> number.isEmpty() || number.equals(String.valueOf(one)))
                .anyMatch(one -> hasComputed(layer, "categories." + one)
                        || (paths.size() >= one
                                && !String.valueOf(paths.get(one - 1)).isBlank()));
    }

    private static boolean hasComputed(Place layer, String field) {
        return layer.part("computed").fields().containsKey(field);
    }

    /** The name of the custom field that a type wants, where it is one. */
    private Optional<String> customField(String wanted) {
        var known = wanted.startsWith("#") && wanted.substring(1).matches("\\d{1,9}")
                ? checks.catalog().find(ReferenceKind.CUSTOM_FIELD, Long.parseLong(wanted.substring(1)))
                : checks.catalog().named(ReferenceKind.CUSTOM_FIELD, wanted);
        return known.map(Item::name);
    }

    private String shown(String wanted, Place template) {
        var some = withoutPriority(template);
        return wanted.strip().equalsIgnoreCase("priority") && some.size() < SEVERITIES.size()
                ? wanted + ", which events of severity " + String.join(", ", some) + " have none of"
                : customField(wanted).map(name -> "the custom field " + name).orElse(wanted);
    }

    /** The number that a ticket of these fields has; empty where none is set, or an expression gives it. */
    Optional<Long> number(String field, Place template) {
        return setBy(field, template).flatMap(layer -> layer.number(field));
    }

    private Optional<String> text(String field, Place template) {
        return setBy(field, template).flatMap(layer -> layer.text(field));
    }

    /** True where the number is known only when an event comes. */
    boolean isComputed(String field, Place template) {
        return layers(template)
                .filter(layer -> hasComputed(layer, field) || hasValue(layer, field))
                .findFirst()
                .filter(layer -> hasComputed(layer, field))
                .isPresent();
    }

    private Optional<Place> setBy(String field, Place template) {
        return isComputed(field, template)
                ? Optional.empty()
                : layers(template).filter(layer -> hasValue(layer, field)).findFirst();
    }

    /** The narrowest first. */
    Stream<Place> layers(Place template) {
        return Stream.concat(Stream.of(template), wider.reversed().stream());
    }
}
