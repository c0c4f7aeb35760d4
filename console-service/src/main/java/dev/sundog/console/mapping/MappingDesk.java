package dev.sundog.console.mapping;

import dev.sundog.console.configuration.Stored;
import dev.sundog.console.reference.Catalog;
import dev.sundog.console.reference.Item;
import dev.sundog.console.reference.ReferenceDesk;
import dev.sundog.delivery.ReferenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Proposes customers for organizations. Safe from any thread. */
final class MappingDesk {

    private final ReferenceDesk reference;

    MappingDesk(ReferenceDesk reference) {
        this.reference = reference;
    }

    /** For an organization by what its record says. */
    Proposal propose(Stored organization, Stored connection) {
        return Matching.propose(traits(organization), customers(reference.catalog(connection)));
    }

    /** For an organization of which nothing but its id is known. */
    Proposal propose(String organizationId, Stored connection) {
        var traits = Traits.named(organizationId.replace('-', ' ').replace('_', ' '));
        return Matching.propose(traits, customers(reference.catalog(connection)));
    }

    /** The customers that a catalog has, with the domains of their users' addresses. */
    static List<Customer> customers(Catalog catalog) {
        Map<Long, TreeSet<String>> mail = new HashMap<>();
        for (var user : catalog.all(ReferenceKind.USER)) {
            if (user.customerId() != null && user.email() != null) {
                domainOf(user.email())
                        .ifPresent(domain -> mail.computeIfAbsent(user.customerId(), _ -> new TreeSet<>())
                                .add(domain));
            }
        }
        var customers = new ArrayList<Customer>();
        for (Item item : catalog.all(ReferenceKind.CUSTOMER)) {
            var traits = new Traits(item.name(), item.azureTenantIds(), item.externalIds(), item.domains());
            customers.add(new Customer(
                    item.id(),
                    item.name(),
                    item.active(),
                    traits,
                    List.copyOf(mail.getOrDefault(item.id(), new TreeSet<>()))));
        }
        return customers;
    }

    private static Optional<String> domainOf(String email) {
        int at = email.lastIndexOf('@');
        return at < 1 ? Optional.empty() : Optional.of(email.substring(at + 1).toLowerCase(Locale.ROOT));
    }

    /** What an organization's record says it may be recognized by. */
    static Traits traits(Stored organization) {
        var fields = organization.document().fields();
        Map<String, String> external = new HashMap<>();
        if (fields.get("externalIds") instanceof Map<?, ?> ids) {
            ids.forEach((system, id) -> external.put(String.valueOf(system), String.valueOf(id)));
        }
        var domains = fields.get("domains") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.<String>of();
        return new Traits(
                fields.get("name") instanceof String name
                        ? name
                        : organization.id().replace('-', ' '),
                fields.get("azureTenantId") instanceof String tenant ? List.of(tenant) : List.of(),
                external,
                domains);
    }
}
