package dev.sundog.routing.trial;

import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.silence.Silence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The configuration in force with one policy tried in it. Of other tenants it knows nothing.
 *
 * @param everywhere true: each organization is decided by the tried policy; false: only those that its id is set for, as in force
 */
public record Candidate(Configuration inForce, Policy tried, boolean everywhere) implements Configuration {

    @Override
    public Optional<Organization> organization(String id) {
        return inForce.organization(id)
                .filter(found -> found.tenantId().equals(tried.tenantId()))
                .map(found -> everywhere ? found.decidedBy(tried.id()) : found);
    }

    @Override
    public Optional<Connection> connection(String id) {
        return inForce.connection(id).filter(found -> found.tenantId().equals(tried.tenantId()));
    }

    @Override
    public Optional<Policy> policy(String id) {
        return id.equals(tried.id())
                ? Optional.of(tried)
                : inForce.policy(id).filter(found -> found.tenantId().equals(tried.tenantId()));
    }

    @Override
    public long changes() {
        return inForce.changes();
    }

    @Override
    public Collection<Silence> silences(String tenantId) {
        return tenantId.equals(tried.tenantId()) ? inForce.silences(tenantId) : List.of();
    }
}
