package dev.sundog.routing.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How routing runs.
 *
 * @param applicationId name of the consumer group, and the head of the names of internal topics
 * @param threads stream threads of this instance, one or more
 * @param standbyReplicas copies of the parked events on other instances; one from two instances on
 * @param stateDir where the parked events lie on disk
 * @param storeMemory memory outside the heap for all stores together, at least 8 MB
 * @param startTimeout longest wait for the broker at the start, above zero
 * @param registryPatience longest wait for the schema registry on one record, above zero and below the ten seconds that the
 *     broker keeps a transaction open; then the record is taken up anew
 * @param parkedWithin longest time that an event waits before it ends with EXPIRED; zero lets it wait for ever
 * @param releaseBatch most parked events that one partition looks at in half a second, one or more
 */
@ConfigurationProperties(prefix = "sundog.routing", ignoreUnknownFields = false)
public record RoutingProperties(
        @DefaultValue("sundog-routing") String applicationId,
        @DefaultValue("1") int threads,
        @DefaultValue("0") int standbyReplicas,
        @DefaultValue("sundog-routing-state") String stateDir,
        @DefaultValue("32MB") DataSize storeMemory,
        @DefaultValue("60s") Duration startTimeout,
        @DefaultValue("8s") Duration registryPatience,
        @DefaultValue("0s") Duration parkedWithin,
        @DefaultValue("2000") int releaseBatch) {

    private static final Duration TRANSACTION = Duration.ofSeconds(10);

    public RoutingProperties {
        check(!applicationId.isBlank(), "application-id must not be blank", applicationId);
        check(threads > 0, "threads must be one or more", threads);
        check(standbyReplicas >= 0, "standby-replicas must be zero or more", standbyReplicas);
        check(!stateDir.isBlank(), "state-dir must not be blank", stateDir);
        check(storeMemory.toMegabytes() >= 8, "store-memory must be at least 8MB", storeMemory);
        check(startTimeout.isPositive(), "start-timeout must be above zero", startTimeout);
        check(
                registryPatience.isPositive() && registryPatience.compareTo(TRANSACTION) < 0,
                "registry-patience must be above zero and below 10s",
                registryPatience);
        check(!parkedWithin.isNegative(), "parked-within must be zero or more", parkedWithin);
        check(releaseBatch > 0, "release-batch must be one or more", releaseBatch);
    }

    private static void check(boolean good, String rule, Object value) {
        if (!good) {
            throw new IllegalArgumentException("sundog.routing." + rule + ": " + value);
        }
    }
}
