package dev.sundog.routing.decision;

import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import org.jspecify.annotations.Nullable;

/** Which records a decision looked at, as far as it got. */
public record Trail(
        @Nullable String tenantId,
        @Nullable Organization organization,
        @Nullable Connection connection,
        @Nullable Policy policy,
        @Nullable Rule rule) {

    Trail asked(@Nullable Policy asked) {
        return new Trail(tenantId, organization, connection, asked, rule);
    }

    Trail matched(@Nullable Rule matched) {
        return new Trail(tenantId, organization, connection, policy, matched);
    }
}
