package dev.sundog.console.reference;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.problem.FieldError;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers what configuration says that Halo does not have. Nothing of it is kept: it follows from the configuration and the last
 * read as they are, so it is never old.
 */
public final class ReferenceDesk {

    private static final int PAGE = 500;
    private static final int DEEPEST = 10;
    private static final int MOST = 1_000;

    private final ConfigurationStore configuration;
    private final ReferenceStore reference;
    private final InstantSource clock;

    ReferenceDesk(ConfigurationStore configuration, ReferenceStore reference, InstantSource clock) {
        this.configuration = configuration;
        this.reference = reference;
        this.clock = clock;
    }

    /** What can be chosen through a connection. */
    public Catalog catalog(Stored connection) {
        var tenant = tenantOf(connection);
        return new Catalog(
                reference.kinds(tenant, connection.id()),
                kind -> reference.items(tenant, connection.id(), kind),
                clock.instant());
    }

    /** Everything that is found through a connection: in itself, in its policies, in its organizations; at most 1,000. */
    List<Finding> findings(Stored connection) {
        var checks = new ObjectChecks(connection.id(), catalog(connection));
        var fields = connection.document().fields();
        var findings = new ArrayList<>(checks.connection(fields));
        var organizations = organizations(connection);
        var policies = new TreeSet<String>();
        Stream.concat(Stream.of(connection), organizations.stream())
                .map(stored -> stored.document().fields().get("policyId"))
                .filter(String.class::isInstance)
                .forEach(id -> policies.add((String) id));
        policies.stream()
                .flatMap(id -> configuration.find(Kind.POLICY, id).stream())
                .filter(policy -> tenantOf(policy).equals(tenantOf(connection)))
                .forEach(policy ->
                        findings.addAll(checks.policy(policy.document().fields(), fields)));
        organizations.forEach(organization ->
                findings.addAll(checks.organization(organization.document().fields(), fields)));
        return findings.stream().limit(MOST).toList();
    }

    /**
     * What would be found in a document that is not saved yet.
     *
     * @param id of the object, which the document need not say
     */
    public List<Finding> findings(Kind kind, String id, Map<String, ?> document) {
        var fields = new LinkedHashMap<String, Object>();
        document.forEach((name, value) -> {
            if (value != null) {
                fields.put(name, value);
            }
        });
        fields.put("id", id);
        return connectionsOf(kind, fields)
                .flatMap(connection -> {
                    var checks = new ObjectChecks(connection.id(), catalog(connection));
                    var widest = connection.document().fields();
                    if (kind == Kind.CONNECTION) {
                        return checks.connection(fields).stream();
                    }
                    return kind == Kind.POLICY
                            ? checks.policy(fields, widest).stream()
                            : checks.organization(fields, widest).stream();
                })
                .distinct()
                .toList();
    }

    /** What is certain enough to refuse the document, see decision 0011. */
    List<FieldError> refusals(Kind kind, String id, Map<String, ?> document) {
        return findings(kind, id, document).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(finding -> new FieldError(finding.pointer(), told(finding)))
                .toList();
    }

    private static String told(Finding finding) {
        return finding.allowed().isEmpty()
                ? finding.detail()
                : finding.detail() + "; there are " + String.join(", ", finding.allowed());
    }

    /** The organizations that a connection serves, by themselves or by one above them. */
    public List<Stored> organizations(Stored connection) {
        var tenant = tenantOf(connection);
        var all = new LinkedHashMap<String, Stored>();
        for (int page = 0; ; page++) {
            var some = configuration.list(Kind.ORGANIZATION, Optional.of(tenant), page, PAGE);
            some.forEach(organization -> all.put(organization.id(), organization));
            if (some.size() < PAGE) {
                break;
            }
        }
        return all.values().stream()
                .filter(organization -> connectionId(organization, all::get)
                        .filter(connection.id()::equals)
                        .isPresent())
                .toList();
    }

    /** The connection that serves an organization; empty where none does. */
    public Optional<Stored> connectionOf(Stored organization) {
        return connectionId(
                        organization,
                        id -> configuration.find(Kind.ORGANIZATION, id).orElse(null))
                .flatMap(id -> configuration.find(Kind.CONNECTION, id))
                .filter(connection -> tenantOf(connection).equals(tenantOf(organization)));
    }

    private Stream<Stored> connectionsOf(Kind kind, Map<String, Object> fields) {
        var tenant = Optional.of(String.valueOf(fields.get("tenantId")));
        var id = String.valueOf(fields.get("id"));
        if (kind == Kind.CONNECTION) {
            return configuration.find(Kind.CONNECTION, id).stream()
                    .filter(stored -> tenantOf(stored).equals(tenant.get()));
        }
        if (kind == Kind.POLICY) {
            return configuration.list(Kind.CONNECTION, tenant, 0, PAGE).stream()
                    .filter(connection ->
                            id.equals(connection.document().fields().get("policyId")));
        }
        if (kind != Kind.ORGANIZATION) {
            return Stream.empty();
        }
        var given = fields.get("connectionId") instanceof String named
                ? configuration.find(Kind.CONNECTION, named)
                : configuration
                        .find(Kind.ORGANIZATION, String.valueOf(fields.get("parentId")))
                        .flatMap(this::connectionOf);
        return given.stream().filter(stored -> tenantOf(stored).equals(tenant.get()));
    }

    private static Optional<String> connectionId(Stored organization, Function<String, @Nullable Stored> find) {
        Stored at = organization;
        for (int depth = 0; at != null && depth <= DEEPEST; depth++) {
            if (at.document().fields().get("connectionId") instanceof String connectionId) {
                return Optional.of(connectionId);
            }
            at = at.document().fields().get("parentId") instanceof String parent ? find.apply(parent) : null;
        }
        return Optional.empty();
    }

    /** Whose an object is. */
    public static String tenantOf(Stored stored) {
        return String.valueOf(stored.document().fields().get("tenantId"));
    }
}
