package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    List<Finding> connection(Map<String, ?> fields) {
        var connection = Place.of(Map.copyOf(fields));
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
        new TemplateChecks(checks, List.of()).check(connection.part("defaults"));
        return checks.findings();
    }

    /**
     * A policy.
     *
     * @param connection whose defaults hold where the policy says nothing
     */
    List<Finding> policy(Map<String, ?> fields, Map<String, ?> connection) {
        var policy = Place.of(Map.copyOf(fields));
        var checks = checks("policy", fields);
        var widest = Place.of(Map.copyOf(connection)).part("defaults");
        var defaults = policy.part("defaults");
        new TemplateChecks(checks, List.of(widest)).check(defaults);
        List<Place> added = new ArrayList<>(List.of(widest, defaults));
        for (var rule : policy.parts("rules")) {
            var then = rule.part("then");
            var routes = rule.text("action").orElse("ROUTE").equals("ROUTE");
            var template = new TemplateChecks(checks, added);
            template.check(then);
            if (routes && Boolean.TRUE.equals(rule.fields().get("continue"))) {
                // What it adds may or may not be there when a later rule matches; it is counted as there.
                added.add(then);
            } else if (routes) {
                template.mandatory(then);
            }
        }
        return checks.findings();
    }

    /**
     * An organization.
     *
     * @param connection whose defaults hold where it says nothing
     */
    List<Finding> organization(Map<String, ?> fields, Map<String, ?> connection) {
        var organization = Place.of(Map.copyOf(fields));
        var checks = checks("organization", fields);
        var customer = organization.number("customerId");
        checks.number(ReferenceKind.CUSTOMER, customer, organization.pointer("customerId"));
        belongs(checks, organization, ReferenceKind.SITE, "siteId", customer);
        belongs(checks, organization, ReferenceKind.USER, "userId", customer);
        var widest = Place.of(Map.copyOf(connection)).part("defaults");
        new TemplateChecks(checks, List.of(widest)).check(organization.part("overrides"));
        return checks.findings();
    }

    /** A site or user must be there, and the customer's own. */
    private static void belongs(
            Checks checks, Place organization, ReferenceKind kind, String field, Optional<Long> customer) {
        var id = organization.number(field);
        checks.number(kind, id, organization.pointer(field));
        var found = id.flatMap(number -> checks.catalog().find(kind, number));
        if (found.isPresent()
                && customer.isPresent()
                && found.get().customerId() != null
                && !Objects.equals(found.get().customerId(), customer.get())) {
            checks.add(
                    kind,
                    organization.pointer(field),
                    Checks.word(kind) + " " + found.get().shown() + " belongs to customer "
                            + found.get().customerId() + ", not to " + customer.get(),
                    item -> Objects.equals(item.customerId(), customer.get()));
        }
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
