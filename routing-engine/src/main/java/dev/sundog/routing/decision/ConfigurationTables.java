package dev.sundog.routing.decision;

import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.silence.Silence;
import dev.sundog.routing.silence.SilenceIndex;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The configuration in memory: written by one thread as records come in, read by all. */
public final class ConfigurationTables implements Configuration {

    /** Stands for the tenant of organizations that nobody knows. */
    private static final String NO_TENANT = "";

    private final Map<String, Organization> organizations = new ConcurrentHashMap<>();
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Map<String, Policy> policies = new ConcurrentHashMap<>();
    private final Map<String, Silence> silences = new ConcurrentHashMap<>();
    private final Map<String, SilenceIndex> silencesByTenant = new ConcurrentHashMap<>();
    private final Map<String, Long> changedOfTenants = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Common common = new Common();

    /** Takes an organization's record; null when it was deleted or cannot be read. */
    public void putOrganization(String id, @Nullable Organization organization) {
        var kept = organization == null ? null : common.organization(organization);
        // Under its own name and not an equal one: a million of them count.
        var key = kept != null && kept.id().equals(id) ? kept.id() : id;
        put(organizations, key, kept, Organization::tenantId, NO_TENANT);
    }

    /** Takes a connection's record; null when it was deleted or cannot be read. */
    public void putConnection(String id, @Nullable Connection connection) {
        put(connections, id, connection, Connection::tenantId);
    }

    /** Takes a policy's record; null when it was deleted or cannot be read. */
    public void putPolicy(String id, @Nullable Policy policy) {
        put(policies, id, policy, Policy::tenantId);
    }

    /** Takes a silence's record; null when it was deleted or cannot be read. */
    public void putSilence(String id, @Nullable Silence silence) {
        var before = silences.get(id);
        if (silence != null) {
            silencesByTenant
                    .computeIfAbsent(silence.tenantId(), _ -> new SilenceIndex())
                    .put(silence);
        }
        if (before != null && (silence == null || !before.tenantId().equals(silence.tenantId()))) {
            silencesByTenant.computeIfPresent(before.tenantId(), (_, of) -> without(of, id));
        }
        put(silences, id, silence, Silence::tenantId);
    }

    /** How many organizations are known. */
    public int organizations() {
        return organizations.size();
    }

    /** How many connections are known. */
    public int connections() {
        return connections.size();
    }

    /** How many policies are known. */
    public int policies() {
        return policies.size();
    }

    /** How many silences are known, past and future ones included. */
    public int silences() {
        return silences.size();
    }

    @Override
    public Collection<Silence> silences(String tenantId) {
        var found = silencesByTenant.get(tenantId);
        return found == null ? List.of() : found.all();
    }

    @Override
    public Collection<Silence> silencesAbout(Event event, List<Organization> lineage) {
        var found = silencesByTenant.get(lineage.getFirst().tenantId());
        return found == null ? List.of() : found.about(event, lineage);
    }

    @Override
    public Optional<Organization> organization(String id) {
        return Optional.ofNullable(organizations.get(id));
    }

    @Override
    public Optional<Connection> connection(String id) {
        return Optional.ofNullable(connections.get(id));
    }

    @Override
    public Optional<Policy> policy(String id) {
        return Optional.ofNullable(policies.get(id));
    }

    @Override
    public long changes() {
        return changes.get();
    }

    /** Of an organization that is known, its tenant's last change; of another, the last change of any organization. */
    @Override
    public long changesAbout(String organizationId) {
        var organization = organizations.get(organizationId);
        return changedOfTenants.getOrDefault(organization == null ? NO_TENANT : organization.tenantId(), 0L);
    }

    private static @Nullable SilenceIndex without(SilenceIndex of, String id) {
        of.remove(id);
        return of.all().isEmpty() ? null : of;
    }

    private <T> void put(
            Map<String, T> table, String id, @Nullable T value, Function<T, String> tenantId, String... others) {
        var before = value == null ? table.remove(id) : table.put(id, value);
        // Last, and the number for all after those of the tenants: who sees a number sees the change.
        long number = changes.get() + 1;
        if (before != null) {
            changedOfTenants.put(tenantId.apply(before), number);
        }
        if (value != null) {
            changedOfTenants.put(tenantId.apply(value), number);
        }
        for (var other : others) {
            changedOfTenants.put(other, number);
        }
        changes.set(number);
    }
}
