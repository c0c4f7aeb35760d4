package dev.sundog.console.mapping;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Document;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.outbox.Outbox;
import dev.sundog.console.reference.Catalog;
import dev.sundog.console.reference.Item;
import dev.sundog.console.reference.ReferenceDesk;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.ReferenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proposes customers for organizations, and maps what is certain where a connection says so. Safe from any thread. */
final class MappingDesk {

    private static final Logger LOGGER = LoggerFactory.getLogger(MappingDesk.class);
    private static final int PAGE = 500;

    private final ConfigurationStore configuration;
    private final ReferenceDesk reference;
    private final Outbox outbox;

    MappingDesk(ConfigurationStore configuration, ReferenceDesk reference, Outbox outbox) {
        this.configuration = configuration;
        this.reference = reference;
        this.outbox = outbox;
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

    /** The connection that an organization's customer would be looked for in. */
    Optional<Stored> connectionOf(Stored organization) {
        return reference.connectionOf(organization);
    }

    /** Maps every organization whose customer is certain, on every connection that wants that. */
    void applyExactMatches() {
        for (int page = 0; ; page++) {
            var connections = configuration.list(Kind.CONNECTION, Optional.empty(), page, PAGE);
            connections.stream().filter(MappingDesk::wantsIt).forEach(this::applyExactMatches);
            if (connections.size() < PAGE) {
                return;
            }
        }
    }

    private void applyExactMatches(Stored connection) {
        var unmapped = reference.organizations(connection).stream()
                .filter(organization -> !isMapped(organization))
                .toList();
        if (unmapped.isEmpty()) {
            return;
        }
        var customers = customers(reference.catalog(connection));
        for (var organization : unmapped) {
            Matching.propose(traits(organization), customers)
                    .certain()
                    .ifPresent(candidate -> apply(organization, connection, candidate));
        }
    }

    /** Only if nobody changed the organization or the connection meanwhile. */
    private void apply(Stored seen, Stored connection, Candidate candidate) {
        var done = configuration.alone(() -> configuration
                .find(Kind.ORGANIZATION, seen.id())
                .filter(now -> now.version() == seen.version())
                .filter(_ -> configuration
                        .find(Kind.CONNECTION, connection.id())
                        .filter(MappingDesk::wantsIt)
                        .isPresent())
                .map(now -> map(now, candidate))
                .isPresent());
        if (done) {
            outbox.wake();
            LOGGER.atInfo()
                    .addKeyValue("organizationId", seen.id())
                    .addKeyValue("connectionId", connection.id())
                    .addKeyValue("customerId", candidate.customerId())
                    .addKeyValue("evidence", candidate.evidence().getFirst().sort())
                    .log("an organization was mapped by an exact match");
        }
    }

    private Stored map(Stored organization, Candidate candidate) {
        var fields = new LinkedHashMap<>(organization.document().fields());
        fields.put("customerId", candidate.customerId());
        var mapped = configuration.update(organization, new Document(fields));
        var body = new LinkedHashMap<>(fields);
        body.put("version", mapped.version());
        outbox.add(new Outbox.Change(Topics.ORGANIZATIONS.name(), mapped.id(), mapped.version(), Optional.of(body)));
        return mapped;
    }

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

    private static Traits traits(Stored organization) {
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

    private static boolean wantsIt(Stored connection) {
        return Boolean.TRUE.equals(connection.document().fields().get("applyExactMatches"));
    }

    private static boolean isMapped(Stored organization) {
        return organization.document().fields().get("customerId") != null;
    }
}
