package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole objects of configuration against what Halo has through one connection. Pure: the same objects and the same catalog give
 * the same findings.
 */
final class ObjectChecks {

    private final String connectionId;
    private final Catalog catalog;

    ObjectChecks(String connectionId, Catalog catalog) {
        this.connectionId = connectionId;
        this.catalog = catalog;
    }

    /**
     * What holds for an organization where it says nothing itself.
     *
     * @param policy empty where there is none
     * @param above the organizations above it that the same connection serves, the nearest first
     */
    record Wider(Map<String, ?> connection, Map<String, ?> policy, List<Map<String, Object>> above) {

        Wider {
            above = List.copyOf(above);
        }

        /** The widest first. */
        List<Place> places() {
            var places = new ArrayList<>(List.of(defaults(connection), defaults(policy)));
            above.reversed()
                    .forEach(organization -> places.add(Place.of(organization).part("overrides")));
            return places;
        }

        /** Those and what the rules set for the events that they match. */
        List<Place> placesAndRules() {
            var rules = Place.of(policy).parts("rules").stream()
                    .filter(ObjectChecks::routes)
                    .map(rule -> rule.part("then"));
            return Stream.concat(rules, places().stream()).toList();
        }

        private static Place defaults(Map<String, ?> document) {
            return Place.of(document).part("defaults");
        }
    }

    List<Finding> connection(Map<String, ?> fields) {
        var connection = Place.of(fields);
        var checks = checks("connection", fields);
        statuses(checks, connection, "closedStatusIds");
        statuses(checks, connection, "wontFixStatusIds");
        for (var mapped : connection.parts("statusMap")) {
            checks.number(ReferenceKind.STATUS, mapped.number("haloStatusId"), mapped.pointer("haloStatusId"));
        }
        checks.name(
                ReferenceKind.CUSTOM_FIELD,
                connection.text("lookupCustomField"),
                connection.pointer("lookupCustomField"),
                _ -> true);
        checks.number(
                ReferenceKind.CUSTOMER,
                connection.number("defaultCustomerId"),
                connection.pointer("defaultCustomerId"));
        var template = new TemplateChecks(checks, List.of());
        template.check(connection.part("defaults"));
        if (connection.text("policyId").isEmpty()) {
            // Nothing else sets fields then, so this is what a ticket has.
            template.mandatory(connection.part("defaults"));
        }
        return checks.findings();
    }

    /**
     * A policy.
     *
     * @param connection whose defaults hold where the policy says nothing
     */
    List<Finding> policy(Map<String, ?> fields, Map<String, ?> connection) {
        var policy = Place.of(fields);
        var checks = checks("policy", fields);
        var widest = Place.of(connection).part("defaults");
        var defaults = policy.part("defaults");
        new TemplateChecks(checks, List.of(widest)).check(defaults);
        List<Place> added = new ArrayList<>(List.of(widest, defaults));
        var ends = false;
        for (var rule : policy.parts("rules")) {
            var then = rule.part("then");
            var template = new TemplateChecks(checks, added);
            template.check(then);
            var goesOn = Boolean.TRUE.equals(rule.fields().get("continue"));
            if (goesOn && routes(rule)) {
                // What it adds may or may not be there when a later rule matches; it is counted as there.
                added.add(then);
            } else if (routes(rule)) {
                template.mandatory(then);
            }
            ends = ends || (!goesOn && rule.text("when").isEmpty());
        }
        if (!ends) {
            // An event that no rule matches becomes a ticket, too.
            new TemplateChecks(checks, added).mandatory(defaults);
        }
        return checks.findings();
    }

    /** An organization. */
    List<Finding> organization(Map<String, ?> fields, Wider wider) {
        var organization = Place.of(fields);
        var checks = checks("organization", fields);
        var customer = organization.number("customerId");
        checks.number(ReferenceKind.CUSTOMER, customer, organization.pointer("customerId"));
        for (var kind : List.of(ReferenceKind.SITE, ReferenceKind.USER)) {
            var field = kind == ReferenceKind.SITE ? "siteId" : "userId";
            checks.number(kind, organization.number(field), organization.pointer(field));
            checks.belongs(kind, organization.number(field), customer, organization.pointer(field));
        }
        var overrides = organization.part("overrides");
        new TemplateChecks(checks, wider.places()).check(overrides);
        if (overrides.number("ticketTypeId").isPresent()) {
            new TemplateChecks(checks, wider.placesAndRules()).mandatory(overrides);
        }
        return checks.findings();
    }

    private static boolean routes(Place rule) {
        return rule.text("action").orElse("ROUTE").equals("ROUTE");
    }

    private static void statuses(Checks checks, Place connection, String field) {
        var list = connection.list(field);
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index) instanceof Number status) {
                checks.number(
                        ReferenceKind.STATUS, Optional.of(status.longValue()), connection.pointer(field) + "/" + index);
            }
        }
    }

    private Checks checks(String kind, Map<String, ?> fields) {
        return new Checks(new Checks.Subject(connectionId, kind, String.valueOf(fields.get("id"))), catalog);
    }
}
