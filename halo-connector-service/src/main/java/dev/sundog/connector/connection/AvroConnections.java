package dev.sundog.connector.connection;

import dev.sundog.configuration.CallBudget;
import dev.sundog.configuration.Connection;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/** Connections from their form on {@code connections-v1}. */
final class AvroConnections {

    /** Halo's built-in "Private Note". */
    private static final long PRIVATE_NOTE = 7;

    private static final CallBudget BUDGET = CallBudget.newBuilder().build();

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
                Objects.requireNonNullElse(avro.getNoteOutcomeId(), PRIVATE_NOTE));
    }

    private static URI root(String address) {
        return URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    }
}
