package dev.sundog.gateway.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who may send and how much, and how far back the gateway remembers.
 *
 * @param apiKeys who may send; nobody where it is empty
 */
@ConfigurationProperties(prefix = "sundog.gateway", ignoreUnknownFields = false)
public record GatewayProperties(
        @DefaultValue List<ApiKey> apiKeys,
        @DefaultValue Intake intake,
        @DefaultValue Status status) {

    public GatewayProperties {
        apiKeys = List.copyOf(apiKeys);
        refuseTwins("id", apiKeys.stream().map(ApiKey::id).toList());
        refuseTwins("hash", apiKeys.stream().map(ApiKey::hash).toList());
    }

    private static void refuseTwins(String name, List<String> values) {
        var times = values.stream().collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        times.forEach((value, count) -> {
            if (count > 1) {
                var which = "id".equals(name) ? ": " + value : "";
                throw new IllegalArgumentException("sundog.gateway.api-keys: two keys have the same " + name + which);
            }
        });
    }

    /**
     * One key.
     *
     * @param id what the key is called in logs; not secret
     * @param hash {@code sha256:} and the hexadecimal SHA-256 of the key's UTF-8 bytes; never logged
     * @param tenantId the tenant that the sender belongs to
     * @param organizations whom events may be about; {@code *} for all
     * @param sources which sources may be named; {@code *} for all
     */
    public record ApiKey(
            String id,
            String hash,
            String tenantId,
            @DefaultValue("*") Set<String> organizations,
            @DefaultValue("*") Set<String> sources) {

        private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

        public ApiKey {
            requireText("id", id);
            requireText("tenant-id", tenantId);
            // The binder hands in null where nothing is set.
            if (!HASH.matcher(Objects.requireNonNullElse(hash, "")).matches()) {
                throw new IllegalArgumentException("sundog.gateway.api-keys[].hash of key " + id
                        + " must be sha256: and 64 lower-case hexadecimal digits");
            }
            organizations = Set.copyOf(organizations);
            sources = Set.copyOf(sources);
            if (organizations.isEmpty() || sources.isEmpty()) {
                throw new IllegalArgumentException("sundog.gateway.api-keys[] of key " + id
                        + " allows no organization or no source; * allows all");
            }
        }

        @Override // leaves the hash out
        public String toString() {
            return "ApiKey[id=" + id + ", tenantId=" + tenantId + "]";
        }

        private static void requireText(String name, String value) {
            if (Objects.requireNonNullElse(value, "").isBlank()) {
                throw new IllegalArgumentException("sundog.gateway.api-keys[]." + name + " is missing");
            }
        }
    }

    /**
     * How much may come in.
     *
     * @param maxEvent longest JSON of one event
     * @param maxEvents most events in one array
     * @param maxBody longest body of one request
     * @param maxBodies longest sum of all bodies that are being worked on; protects the heap
     * @param maxWaiting most requests that may wait for the broker at a time
     * @param answerWithin longest time from the end of the body to the answer; the producer's timeouts must be shorter
     * @param bodyWithin longest time that a body may take to arrive
     */
    public record Intake(
            @DefaultValue("256KB") DataSize maxEvent,
            @DefaultValue("1000") int maxEvents,
            @DefaultValue("4MB") DataSize maxBody,
            @DefaultValue("16MB") DataSize maxBodies,
            @DefaultValue("500") int maxWaiting,
            @DefaultValue("1800ms") Duration answerWithin,
            @DefaultValue("30s") Duration bodyWithin) {

        public Intake {
            require(maxEvent.toBytes() > 0, "intake.max-event", maxEvent);
            require(maxEvents > 0, "intake.max-events", maxEvents);
            require(maxBody.compareTo(maxEvent) >= 0, "intake.max-body", "at least intake.max-event", maxBody);
            require(maxBodies.compareTo(maxBody) >= 0, "intake.max-bodies", "at least intake.max-body", maxBodies);
            require(maxWaiting > 0, "intake.max-waiting", maxWaiting);
            require(answerWithin.isPositive(), "intake.answer-within", answerWithin);
            require(bodyWithin.isPositive(), "intake.body-within", bodyWithin);
        }
    }

    /**
     * How much the gateway remembers of what became of events. It is a memory, not a record: what is older or more is
     * answered with 404, the console knows all.
     *
     * @param enabled false answers every question with 404 and reads nothing
     * @param lookBack how old the oldest record is that a starting gateway reads
     * @param maxEvents most events kept, about 600 bytes each
     * @param maxTickets most tickets kept
     */
    public record Status(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("24h") Duration lookBack,
            @DefaultValue("50000") int maxEvents,
            @DefaultValue("50000") int maxTickets) {

        public Status {
            require(lookBack.isPositive(), "status.look-back", lookBack);
            require(maxEvents > 0, "status.max-events", maxEvents);
            require(maxTickets > 0, "status.max-tickets", maxTickets);
        }
    }

    private static void require(boolean holds, String name, Object value) {
        require(holds, name, "above zero", value);
    }

    private static void require(boolean holds, String name, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("sundog.gateway." + name + " must be " + rule + ": " + value);
        }
    }
}
