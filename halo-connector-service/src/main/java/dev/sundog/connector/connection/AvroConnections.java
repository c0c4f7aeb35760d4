package dev.sundog.connector.connection;

import dev.sundog.configuration.CallBudget;
import dev.sundog.configuration.Connection;
import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.StatusMapping;
import dev.sundog.configuration.StormSettings;
import dev.sundog.configuration.TicketTemplate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Connections from their form on {@code connections-v1}. */
final class AvroConnections {

    /** Halo's built-in "Private Note". */
    private static final long PRIVATE_NOTE = 7;

    private static final CallBudget BUDGET = CallBudget.newBuilder().build();
    private static final StormSettings STORM = StormSettings.newBuilder().build();
    private static final int MOST_RESERVED = 90;

    private AvroConnections() {}

    /**
     * From the topic.
     *
     * @throws IllegalArgumentException if an address is none
     */
    static HaloConnection read(Connection avro) {
        CallBudget budget = Objects.requireNonNullElse(avro.getBudget(), BUDGET);
        return new HaloConnection(
                avro.getId(),
                avro.getTenantId(),
                avro.getVersion(),
                avro.getEnabled(),
                root(avro.getResourceServer()),
                root(avro.getAuthorizationServer()),
                avro.getHaloTenant(),
                avro.getClientId(),
                avro.getClientSecret(),
                avro.getScopes(),
                Math.max(1, budget.getRequests()),
                Duration.ofSeconds(Math.max(1, budget.getWindowSeconds())),
                HaloConnection.Lookup.valueOf(avro.getLookupStrategy().name()),
                avro.getLookupCustomField(),
                avro.getClosedStatusIds(),
                Objects.requireNonNullElse(avro.getNoteOutcomeId(), PRIVATE_NOTE),
                Math.clamp(budget.getReservedPercent(), 0, MOST_RESERVED),
                avro.getWontFixStatusIds(),
                statusMap(avro),
                storms(Objects.requireNonNullElse(avro.getStorm(), STORM)),
                new HaloConnection.Watch(
                        seconds(avro.getPollIntervalSeconds()),
                        seconds(avro.getAuditIntervalSeconds()),
                        HaloConnection.OnDuplicate.valueOf(avro.getOnDuplicate().name()),
                        closingStatus(avro),
                        avro.getReadReference(),
                        fingerprint(avro),
                        zone(avro)));
    }

    /** A hash, so that the state that keeps it holds no secret, not even an encrypted one. */
    private static String fingerprint(Connection avro) {
        String access = String.join(
                "\n",
                avro.getTenantId(),
                avro.getResourceServer(),
                avro.getAuthorizationServer(),
                Objects.requireNonNullElse(avro.getHaloTenant(), ""),
                avro.getClientId(),
                avro.getClientSecret(),
                String.join(" ", avro.getScopes()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(access.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** UTC where none is configured, or none that is known here. */
    private static ZoneId zone(Connection avro) {
        String zone = avro.getDefaults() == null ? null : avro.getDefaults().getTimeZone();
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static @Nullable Long closingStatus(Connection avro) {
        TicketTemplate defaults = avro.getDefaults();
        LifecycleSettings life = defaults == null ? null : defaults.getLifecycle();
        Long configured = life == null ? null : life.getClosedStatusId();
        if (configured != null || avro.getClosedStatusIds().isEmpty()) {
            return configured;
        }
        return avro.getClosedStatusIds().getLast();
    }

    /** The first one counts where a status is listed twice. */
    private static Map<Long, HaloConnection.Meaning> statusMap(Connection avro) {
        return avro.getStatusMap().stream()
                .collect(Collectors.toMap(
                        StatusMapping::getHaloStatusId,
                        mapping -> HaloConnection.Meaning.valueOf(
                                mapping.getStatus().name()),
                        (first, _) -> first));
    }

    private static HaloConnection.Storms storms(StormSettings avro) {
        return new HaloConnection.Storms(
                Math.max(0, avro.getThreshold()),
                Duration.ofSeconds(Math.max(1, avro.getWindowSeconds())),
                seconds(avro.getCalmSeconds()));
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(Math.max(0, count));
    }

    private static URI root(String address) {
        return URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    }
}
