package dev.sundog.routing.decision;

import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.silence.Silence;
import org.jspecify.annotations.Nullable;

/**
 * Which records a decision looked at, as far as it got.
 *
 * @param silence the one that holds the event
 */
public record Trail(
        @Nullable String tenantId,
        @Nullable Organization organization,
        @Nullable Connection connection,
        @Nullable Policy policy,
        @Nullable Rule rule,
        @Nullable Silence silence) {

    /** No policy was asked and no silence holds the event. */
    Trail(@Nullable String tenantId, @Nullable Organization organization, @Nullable Connection connection) {
        this(tenantId, organization, connection, null, null, null);
    }

    Trail asked(@Nullable Policy asked) {
        return new Trail(tenantId, organization, connection, asked, rule, silence);
    }

    Trail matched(@Nullable Rule matched) {
        return new Trail(tenantId, organization, connection, policy, matched, silence);
    }

    Trail heldBy(Silence holding) {
        return new Trail(tenantId, organization, connection, policy, rule, holding);
    }
}
