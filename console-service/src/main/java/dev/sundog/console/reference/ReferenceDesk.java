package dev.sundog.console.reference;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.SaveCheck.Remark;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.reference.Finding.Severity;
import dev.sundog.delivery.ReferenceKind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers what configuration says that Halo does not have. Nothing of it is kept: it follows from the configuration and the last
 * read as they are, so it is never old.
 */
public final class ReferenceDesk {

    private final ConfigurationStore configuration;
    private final ReferenceStore reference;
    private final Served served;
    private final InstantSource clock;

    ReferenceDesk(ConfigurationStore configuration, ReferenceStore reference, Served served, InstantSource clock) {
        this.configuration = configuration;
        this.reference = reference;
        this.served = served;
        this.clock = clock;
    }

    /** What can be chosen through a connection, for one who asks much. */
    public Catalog catalog(Stored connection) {
        var tenant = Served.tenantOf(connection);
        return catalog(connection, Choices.loading(kind -> reference.items(tenant, connection.id(), kind)));
    }

    private Catalog catalog(Stored connection, Choices choices) {
        return new Catalog(reference.kinds(Served.tenantOf(connection), connection.id()), choices, clock.instant());
    }

    /** Everything that is found through a connection: in itself, in its policies, in its organizations. */
    List<Finding> findings(Stored connection) {
        var checks = new ObjectChecks(connection.id(), catalog(connection));
        var fields = connection.document().fields();
        var findings = new ArrayList<>(checks.connection(fields));
        var organizations = served.organizations(connection);
        policies(connection, organizations)
                .forEach(policy ->
                        findings.addAll(checks.policy(policy.document().fields(), fields)));
        var byId = organizations.stream().collect(Collectors.toMap(Stored::id, Function.identity()));
        organizations.forEach(organization -> {
            var document = organization.document().fields();
            var wider = wider(document, connection, id -> Optional.ofNullable(byId.get(id)));
            findings.addAll(checks.organization(document, wider));
        });
        return findings;
    }

    /** What is found in a document that is not saved yet, see decision 0011. */
    List<Remark> remarks(Kind kind, String id, Map<String, ?> document) {
        return findings(kind, id, document).stream()
                .map(finding -> new Remark(finding.severity() == Severity.ERROR, finding.pointer(), told(finding)))
                .distinct()
                .toList();
    }

    private List<Finding> findings(Kind kind, String id, Map<String, ?> document) {
        var fields = new LinkedHashMap<String, Object>();
        document.forEach((name, value) -> {
            if (value != null) {
                fields.put(name, value);
            }
        });
        fields.put("id", id);
        return served.connectionsOf(kind, fields).stream()
                .flatMap(connection -> findings(kind, fields, connection).stream())
                .toList();
    }

    private List<Finding> findings(Kind kind, Map<String, Object> fields, Stored connection) {
        var checks = new ObjectChecks(connection.id(), catalog(connection, new Looked(reference, connection)));
        return switch (kind) {
            case CONNECTION -> checks.connection(fields);
            case POLICY -> checks.policy(fields, connection.document().fields());
            case ORGANIZATION ->
                checks.organization(fields, wider(fields, connection, id -> served.organization(id, connection)));
            case SILENCE -> List.of();
        };
    }

    /** Looks up what few documents name among many. */
    private record Looked(ReferenceStore reference, Stored connection) implements Choices {

        @Override
        public List<Item> all(ReferenceKind kind) {
            return reference.items(Served.tenantOf(connection), connection.id(), kind);
        }

        @Override
        public Optional<Item> find(ReferenceKind kind, long id) {
            return reference.item(Served.tenantOf(connection), connection.id(), kind, id);
        }
    }

    private ObjectChecks.Wider wider(
            Map<String, ?> organization, Stored connection, Function<String, Optional<Stored>> find) {
        List<Map<String, Object>> above = Served.above(organization, find).stream()
                .map(stored -> stored.document().fields())
                .toList();
        var policy = Stream.concat(
                        Stream.of(organization),
                        Stream.concat(
                                above.stream(), Stream.of(connection.document().fields())))
                .map(fields -> fields.get("policyId"))
                .filter(String.class::isInstance)
                .findFirst()
                .flatMap(id -> policy(String.valueOf(id), connection))
                .map(stored -> stored.document().fields());
        return new ObjectChecks.Wider(connection.document().fields(), policy.orElse(Map.of()), above);
    }

    private List<Stored> policies(Stored connection, List<Stored> organizations) {
        var ids = new TreeSet<String>();
        Stream.concat(Stream.of(connection), organizations.stream())
                .map(stored -> stored.document().fields().get("policyId"))
                .filter(String.class::isInstance)
                .forEach(id -> ids.add((String) id));
        return ids.stream().flatMap(id -> policy(id, connection).stream()).toList();
    }

    private Optional<Stored> policy(String id, Stored connection) {
        return configuration
                .find(Kind.POLICY, id)
                .filter(policy -> Served.tenantOf(policy).equals(Served.tenantOf(connection)));
    }

    private static String told(Finding finding) {
        return finding.allowed().isEmpty()
                ? finding.detail()
                : finding.detail() + "; there are " + String.join(", ", finding.allowed());
    }
}
