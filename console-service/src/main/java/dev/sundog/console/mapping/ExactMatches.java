package dev.sundog.console.mapping;

import dev.sundog.console.configuration.ChangeOutcome;
import dev.sundog.console.configuration.Condition;
import dev.sundog.console.configuration.ConfigurationDesk;
import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Signature;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.configuration.Versions;
import dev.sundog.console.reference.Catalog;
import dev.sundog.console.reference.ReferenceDesk;
import dev.sundog.console.reference.Served;
import dev.sundog.delivery.ReferenceKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps organizations whose customer is certain, on every connection that wants that. One that was mapped before was unmapped by a
 * person, who knows better: it is left alone. For one thread.
 */
final class ExactMatches {

    /** Who maps by itself, as the history tells it. */
    static final String AUTHOR = "sundog";

    private static final Logger LOGGER = LoggerFactory.getLogger(ExactMatches.class);

    private final ConfigurationStore configuration;
    private final ConfigurationDesk desk;
    private final Versions versions;
    private final Served served;
    private final ReferenceDesk reference;

    /** What was looked at last by connection: the customers are many, and mostly nothing changes between two rounds. */
    private final Map<String, Seen> looked = new HashMap<>();

    ExactMatches(
            ConfigurationStore configuration,
            ConfigurationDesk desk,
            Versions versions,
            Served served,
            ReferenceDesk reference) {
        this.configuration = configuration;
        this.desk = desk;
        this.versions = versions;
        this.served = served;
        this.reference = reference;
    }

    /**
     * What the matches of a connection follow from.
     *
     * @param unmapped versions of the organizations without a customer
     * @param readAt when the customers were read
     */
    private record Seen(long connectionVersion, Map<String, Long> unmapped, Optional<Instant> readAt, boolean sure) {}

    /** Looks at every connection once. */
    void apply() {
        served.connections(Optional.empty()).stream()
                .filter(ExactMatches::wantsIt)
                .forEach(this::apply);
    }

    private void apply(Stored connection) {
        var unmapped = served.organizations(connection).stream()
                .filter(organization ->
                        customer(organization.document().fields()).isEmpty())
                .toList();
        var catalog = reference.catalog(connection);
        var seen = seen(connection, unmapped, catalog);
        if (seen.equals(looked.get(connection.id()))) {
            return;
        }
        // Another customer with the same id may be among those that were not read.
        if (!unmapped.isEmpty() && seen.sure()) {
            var customers = new CustomerIndex(MappingDesk.customers(catalog));
            for (var organization : unmapped) {
                customers
                        .certain(MappingDesk.traits(organization))
                        .filter(_ -> !wasMapped(organization))
                        .ifPresent(candidate -> map(organization, connection, candidate));
            }
        }
        looked.put(connection.id(), seen);
    }

    private static Seen seen(Stored connection, List<Stored> unmapped, Catalog catalog) {
        var organizations =
                unmapped.stream().collect(Collectors.toMap(Stored::id, Stored::version, (one, _) -> one, TreeMap::new));
        return new Seen(
                connection.version(),
                organizations,
                catalog.readAt(ReferenceKind.CUSTOMER),
                catalog.isSure(ReferenceKind.CUSTOMER));
    }

    private boolean wasMapped(Stored organization) {
        return versions.of(organization).stream()
                .anyMatch(version -> customer(version.document()).isPresent());
    }

    /** Only if nobody changed the organization or the connection meanwhile. */
    private void map(Stored organization, Stored connection, Candidate candidate) {
        var mapped = organization.document().with("customerId", candidate.customerId());
        var meant = new Condition.Version(organization.version());
        var signature = new Signature(AUTHOR, reason(connection, candidate));
        var outcome = configuration.alone(() -> configuration
                .find(Kind.CONNECTION, connection.id())
                .filter(ExactMatches::wantsIt)
                .map(_ -> desk.put(Kind.ORGANIZATION, organization.id(), mapped.fields(), meant, signature)));
        if (outcome.isPresent() && outcome.get() instanceof ChangeOutcome.Changed) {
            LOGGER.atInfo()
                    .addKeyValue("organizationId", organization.id())
                    .addKeyValue("connectionId", connection.id())
                    .addKeyValue("customerId", candidate.customerId())
                    .addKeyValue("evidence", candidate.evidence().getFirst().sort())
                    .log("an organization was mapped by an exact match");
        }
    }

    private static String reason(Stored connection, Candidate candidate) {
        var exact = candidate.evidence().stream()
                .filter(one -> one.sort().isExact())
                .map(Candidate.Evidence::shown)
                .collect(Collectors.joining(", "));
        return "exact match: of the customers of connection " + connection.id() + " only " + candidate.customerId()
                + " " + candidate.customerName() + " has the " + exact;
    }

    private static boolean wantsIt(Stored connection) {
        return Boolean.TRUE.equals(connection.document().fields().get("applyExactMatches"));
    }

    private static Optional<Object> customer(Map<String, ?> organization) {
        return Optional.ofNullable(organization.get("customerId"));
    }
}
