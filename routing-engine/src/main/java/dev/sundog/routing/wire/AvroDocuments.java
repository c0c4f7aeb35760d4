package dev.sundog.routing.wire;

import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.Recommendation;
import dev.sundog.event.RecommendationStatus;
import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.silence.Silence;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Reads events and configuration as people write them: the fields of the contract by their names. Safe from any thread. */
public final class AvroDocuments {

    private static final List<String> ALERT = names(AlertStatus.values());
    private static final List<String> RECOMMENDATION = names(RecommendationStatus.values());

    private AvroDocuments() {}

    /**
     * Reads an event in the JSON that the gateway takes. Its {@code status} tells an alert from a recommendation. As at the
     * gateway, {@code eventId} and {@code occurredAt} may be left out, and so may {@code source}, which is then {@code example}.
     *
     * @param acceptedAt when the broker is taken to have had it
     */
    public static Parsed<Event> event(Map<String, ?> tree, Instant acceptedAt) {
        var given = new LinkedHashMap<String, Object>();
        given.put("eventId", "example");
        given.put("source", "example");
        given.put("occurredAt", acceptedAt.toString());
        tree.forEach((name, value) -> {
            if (value != null) {
                given.put(name, value);
            }
        });
        var status = String.valueOf(given.get("status"));
        if (ALERT.contains(status)) {
            return then(Alert.class, given, alert -> AvroEventReader.event(alert, null, acceptedAt));
        }
        if (RECOMMENDATION.contains(status)) {
            return then(Recommendation.class, given, advice -> AvroEventReader.event(advice, null, acceptedAt));
        }
        var allowed = Stream.concat(ALERT.stream(), RECOMMENDATION.stream()).toList();
        return new Parsed.Faulty<>(
                List.of(new Parsed.Fault("/status", "must be one of " + String.join(", ", allowed))));
    }

    /** Reads a policy; its version may be left out and is 1 then. */
    public static Parsed<Policy> policy(Map<String, ?> tree) {
        return then(dev.sundog.configuration.Policy.class, versioned(tree), AvroConfigurationReader::policy);
    }

    /** Reads an organization; its version may be left out and is 1 then. */
    public static Parsed<Organization> organization(Map<String, ?> tree) {
        return then(
                dev.sundog.configuration.Organization.class, versioned(tree), AvroConfigurationReader::organization);
    }

    /** Reads a connection, whose secret may be left out; its version may, too, and is 1 then. */
    public static Parsed<Connection> connection(Map<String, ?> tree) {
        var given = versioned(tree);
        given.put("clientSecret", "");
        return then(dev.sundog.configuration.Connection.class, given, AvroConfigurationReader::connection);
    }

    /** Reads a silence; its version may be left out and is 1 then. */
    public static Parsed<Silence> silence(Map<String, ?> tree) {
        return then(dev.sundog.configuration.Silence.class, versioned(tree), AvroSilences::silence);
    }

    private static Map<String, Object> versioned(Map<String, ?> tree) {
        var given = new LinkedHashMap<String, Object>(tree);
        given.putIfAbsent("version", 1);
        return given;
    }

    private static <R extends SpecificRecord, T> Parsed<T> then(
            Class<R> type, Map<String, ?> tree, Function<R, T> convert) {
        return switch (AvroTrees.read(type, tree)) {
            case Parsed.Sound<R>(var record) -> new Parsed.Sound<>(convert.apply(record));
            case Parsed.Faulty<R>(var faults) -> new Parsed.Faulty<>(faults);
        };
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }
}
