package dev.sundog.connector.call;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How delivery works.
 *
 * @param callTimeout longest wait for Halo's answer, above zero
 * @param sendWindow how long a decided call may be sent, above zero
 * @param quarantine how long after it was sent a call may still be executed by Halo, at least the call timeout
 * @param looks how many looks in a row must show no ticket before a lost create is repeated, one or more
 * @param lookPause time between two of them, zero or more; a Halo whose search lags longer needs more
 * @param retention how long what is known of a closed ticket is kept, at least a day; longer than every reopen window
 * @param drainTime how long a stop waits for calls that are out, at least the call timeout
 * @param standbyReplicas copies of the state on other instances, zero or more; one from two instances on
 * @param stateDir where the stores lie; the platform's temporary folder where absent
 * @param threads threads of the lifecycle, one or more
 * @param instanceId name of this instance among those that share the work, for example <code>${HOSTNAME}</code> in a stateful
 *     set: a restart within the session time-out then keeps its partitions and their stores. Each instance needs its own. Absent
 *     or blank: none, and a stopped instance's work is taken over at once
 */
@ConfigurationProperties(prefix = "sundog.delivery", ignoreUnknownFields = false)
public record DeliveryProperties(
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("20s") Duration sendWindow,
        @DefaultValue("30s") Duration quarantine,
        @DefaultValue("2") int looks,
        @DefaultValue("15s") Duration lookPause,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("15s") Duration drainTime,
        @DefaultValue("0") int standbyReplicas,
        @Nullable Path stateDir,
        @DefaultValue("1") int threads,
        @Nullable String instanceId) {

    private static final Duration SHORTEST_RETENTION = Duration.ofDays(1);

    public DeliveryProperties {
        positive("call-timeout", callTimeout);
        positive("send-window", sendWindow);
        notBelow(callTimeout, "quarantine", quarantine);
        notBelow(callTimeout, "drain-time", drainTime);
        if (looks < 1) {
            throw new IllegalArgumentException("sundog.delivery.looks must be one or more: " + looks);
        }
        if (lookPause.isNegative()) {
            throw new IllegalArgumentException("sundog.delivery.look-pause must be zero or more: " + lookPause);
        }
        if (retention.compareTo(SHORTEST_RETENTION) < 0) {
            throw new IllegalArgumentException("sundog.delivery.retention must be a day or more: " + retention);
        }
        if (standbyReplicas < 0) {
            throw new IllegalArgumentException(
                    "sundog.delivery.standby-replicas must be zero or more: " + standbyReplicas);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("sundog.delivery.threads must be one or more: " + threads);
        }
        instanceId = instanceId == null || instanceId.isBlank() ? null : instanceId.strip();
        if (instanceId != null && !instanceId.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException(
                    "sundog.delivery.instance-id must be letters, digits, dots, underscores and hyphens: "
                            + instanceId);
        }
    }

    private static void notBelow(Duration callTimeout, String name, Duration duration) {
        if (duration.compareTo(callTimeout) < 0) {
            throw new IllegalArgumentException("sundog.delivery." + name
                    + " must be at least sundog.delivery.call-timeout (" + callTimeout + "): " + duration);
        }
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("sundog.delivery." + name + " must be above zero: " + duration);
        }
    }
}
