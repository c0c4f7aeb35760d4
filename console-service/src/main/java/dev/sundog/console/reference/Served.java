package dev.sundog.console.reference;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which connection serves what. Whatever is asked for is answered within its tenant alone. */
public final class Served {

    private static final int PAGE = 500;
    private static final int DEEPEST = 10;

    private final ConfigurationStore configuration;

    Served(ConfigurationStore configuration) {
        this.configuration = configuration;
    }

    /** All connections, of one tenant or of everyone. */
    public List<Stored> connections(Optional<String> tenantId) {
        return all(Kind.CONNECTION, tenantId);
    }

    /** The organizations that a connection serves, by themselves or by one above them. */
    public List<Stored> organizations(Stored connection) {
        var all = new LinkedHashMap<String, Stored>();
        all(Kind.ORGANIZATION, Optional.of(tenantOf(connection)))
                .forEach(organization -> all.put(organization.id(), organization));
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

    /**
     * Through which connections a document comes to Halo that need not be saved yet.
     *
     * @param fields of the document, {@code id} and {@code tenantId} among them
     */
    List<Stored> connectionsOf(Kind kind, Map<String, ?> fields) {
        var tenant = String.valueOf(fields.get("tenantId"));
        var found = switch (kind) {
            case CONNECTION -> configuration.find(Kind.CONNECTION, String.valueOf(fields.get("id"))).stream();
            case POLICY -> connectionsOfPolicy(String.valueOf(fields.get("id")), tenant);
            case ORGANIZATION -> connectionOf(fields).stream();
            case SILENCE -> Stream.<Stored>empty();
        };
        return found.filter(connection -> tenantOf(connection).equals(tenant)).toList();
    }

    /** Those above an organization that the same connection serves, the nearest first. */
    static List<Stored> above(Map<String, ?> organization, Function<String, Optional<Stored>> served) {
        var above = new ArrayList<Stored>();
        var parent = parentOf(organization).flatMap(served);
        while (parent.isPresent() && above.size() < DEEPEST) {
            above.add(parent.get());
            parent = parentOf(parent.get().document().fields()).flatMap(served);
        }
        return above;
    }

    /** An organization, if this connection serves it. */
    Optional<Stored> organization(String id, Stored connection) {
        return configuration
                .find(Kind.ORGANIZATION, id)
                .filter(organization -> connectionOf(organization)
                        .map(Stored::id)
                        .filter(connection.id()::equals)
                        .isPresent());
    }

    /** Those that name it or serve an organization that does; the tenant's only one where none does yet. */
    private Stream<Stored> connectionsOfPolicy(String policyId, String tenant) {
        var all = connections(Optional.of(tenant));
        var named = new LinkedHashMap<String, Stored>();
        all.stream().filter(one -> names(one, policyId)).forEach(one -> named.put(one.id(), one));
        all(Kind.ORGANIZATION, Optional.of(tenant)).stream()
                .filter(organization -> names(organization, policyId))
                .flatMap(organization -> connectionOf(organization).stream())
                .forEach(one -> named.put(one.id(), one));
        return named.isEmpty() && all.size() == 1 ? all.stream() : named.values().stream();
    }

    private Optional<Stored> connectionOf(Map<String, ?> organization) {
        return organization.get("connectionId") instanceof String named
                ? configuration.find(Kind.CONNECTION, named)
                : parentOf(organization)
                        .flatMap(id -> configuration.find(Kind.ORGANIZATION, id))
                        .flatMap(this::connectionOf);
    }

    private List<Stored> all(Kind kind, Optional<String> tenantId) {
        var all = new ArrayList<Stored>();
        for (int page = 0; ; page++) {
            var some = configuration.list(kind, tenantId, page, PAGE);
            all.addAll(some);
            if (some.size() < PAGE) {
                return all;
            }
        }
    }

    private static boolean names(Stored stored, String policyId) {
        return policyId.equals(stored.document().fields().get("policyId"));
    }

    private static Optional<String> parentOf(Map<String, ?> organization) {
        return organization.get("parentId") instanceof String parent ? Optional.of(parent) : Optional.empty();
    }

    private static Optional<String> connectionId(Stored organization, Function<String, @Nullable Stored> find) {
        Stored at = organization;
        for (int depth = 0; at != null && depth <= DEEPEST; depth++) {
            var fields = at.document().fields();
            if (fields.get("connectionId") instanceof String connectionId) {
                return Optional.of(connectionId);
            }
            at = parentOf(fields).map(find).orElse(null);
        }
        return Optional.empty();
    }

    /** Whose an object is. */
    public static String tenantOf(Stored stored) {
        return stored.document().requiredText("tenantId");
    }
}
