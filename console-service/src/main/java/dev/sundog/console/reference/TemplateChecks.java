package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ticket fields against what Halo has.
 *
 * @param checks takes what is wrong
 * @param wider the fields that hold where the checked ones say nothing, the widest first
 */
record TemplateChecks(Checks checks, List<Place> wider) {

    private static final List<String> CUSTOMERS_OWN = List.of("customer", "client", "site", "user", "end user");

    /** Fields that Halo's screens name otherwise than configuration does. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("subject", "summaryTemplate"),
            Map.entry("summary", "summaryTemplate"),
            Map.entry("details", "detailsTemplate"),
            Map.entry("priority", "priorityBySeverity"),
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
        categories(template);
        priorities(template, "priorityBySeverity");
        priorities(template, "priorityBySeverityAndImpact");
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
                        "ticket type " + type.get().shown() + " wants a value for " + shown(field));
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

    /** A priority is known by its number within the SLA that the ticket will have. */
    private void priorities(Place template, String field) {
        if (!checks.catalog().isWhole(ReferenceKind.PRIORITY)) {
            return;
        }
        var sla = number("slaId", template)
                .or(() -> number("ticketTypeId", template)
                        .flatMap(type -> checks.catalog().find(ReferenceKind.TICKET_TYPE, type))
                        .flatMap(type -> Optional.ofNullable(type.slaId())));
        var map = template.part(field);
        for (var key : map.fields().keySet()) {
            var priority = map.number(String.valueOf(key));
            var there = priority.isEmpty()
                    || checks.catalog().all(ReferenceKind.PRIORITY).stream()
                            .anyMatch(item -> item.id() == priority.get() && isOf(item, sla));
            if (!there) {
                checks.add(
                        ReferenceKind.PRIORITY,
                        map.pointer(key),
                        slaName(sla) + " has no priority " + priority.get(),
                        item -> isOf(item, sla));
            }
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
        if (lower.startsWith("category")) {
            return layers(template)
                    .noneMatch(layer -> hasComputed(layer, "categories.1")
                            || layer.list("categories").stream()
                                    .anyMatch(path -> !String.valueOf(path).isBlank()));
        }
        var field = NAMES.get(lower);
        if (field == null || CUSTOMERS_OWN.contains(lower) || field.endsWith("Template")) {
            // Known by the organization, always there, or nothing that we could know.
            return false;
        }
        return layers(template).noneMatch(layer -> hasValue(layer, field) || hasComputed(layer, field));
    }

    private static boolean hasValue(Place layer, String field) {
        var value = layer.fields().get(field);
        return switch (value) {
            case null -> false;
            case Map<?, ?> map -> !map.isEmpty();
            case Object other -> !other.toString().isBlank();
        };
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

    private String shown(String wanted) {
        return customField(wanted).map(name -> "the custom field " + name).orElse(wanted);
    }

    private String slaName(Optional<Long> sla) {
        return sla.map(id -> "SLA "
                        + checks.catalog()
                                .find(ReferenceKind.SLA, id)
                                .map(Item::shown)
                                .orElse(String.valueOf(id)))
                .orElse("Halo");
    }

    private static boolean isOf(Item priority, Optional<Long> sla) {
        return sla.isEmpty() || Objects.equals(priority.slaId(), sla.get());
    }

    private Optional<Long> number(String field, Place template) {
        return layers(template).flatMap(layer -> layer.number(field).stream()).findFirst();
    }

    private Optional<String> text(String field, Place template) {
        return layers(template).flatMap(layer -> layer.text(field).stream()).findFirst();
    }

    /** The narrowest first. */
    private Stream<Place> layers(Place template) {
        return Stream.concat(Stream.of(template), wider.reversed().stream());
    }
}
