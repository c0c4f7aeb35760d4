package dev.sundog.routing.stream;

import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.silence.Silence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The configuration for drafts in shadow: what came as far as the policy is held by no silence. */
record KafkaUnsilenced(Configuration inForce) implements Configuration {

    @Override
    public Optional<Organization> organization(String id) {
        return inForce.organization(id);
    }

    @Override
    public Optional<Connection> connection(String id) {
        return inForce.connection(id);
    }

    @Override
    public Optional<Policy> policy(String id) {
        return inForce.policy(id);
    }

    @Override
    public Collection<Silence> silences(String tenantId) {
        return List.of();
    }

    @Override
    public long changes() {
        return inForce.changes();
    }
}
