package dev.sundog.console.trial;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.silence.Silence;
import dev.sundog.routing.wire.AvroDocuments;
import dev.sundog.routing.wire.Parsed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The configuration as the console has it, read as routing would read it. Remembers what it found, so that all events of one
 * trial see the same; for one thread and one trial.
 */
public final class StoredConfiguration implements Configuration {

    /** Objects of one kind that are remembered. */
    private static final int KEPT = 20_000;

    /** Silences of one tenant that a trial looks at: the first by their ids. */
    private static final int MOST_SILENCES = 10_000;

    private final ConfigurationStore store;
    private final Map<String, Optional<Organization>> organizations = kept();
    private final Map<String, Optional<Connection>> connections = kept();
    private final Map<String, Optional<Policy>> policies = kept();
    private final Map<String, List<Silence>> silences = kept();

    public StoredConfiguration(ConfigurationStore store) {
        this.store = store;
    }

    @Override
    public Optional<Organization> organization(String id) {
        return organizations.computeIfAbsent(id, it -> read(Kind.ORGANIZATION, it, AvroDocuments::organization));
    }

    @Override
    public Optional<Connection> connection(String id) {
        return connections.computeIfAbsent(id, it -> read(Kind.CONNECTION, it, AvroDocuments::connection));
    }

    @Override
    public Optional<Policy> policy(String id) {
        return policies.computeIfAbsent(id, it -> read(Kind.POLICY, it, AvroDocuments::policy));
    }

    @Override
    public Collection<Silence> silences(String tenantId) {
        return silences.computeIfAbsent(tenantId, this::silencesOf);
    }

    private List<Silence> silencesOf(String tenantId) {
        return store.list(Kind.SILENCE, Optional.of(tenantId), 0, MOST_SILENCES).stream()
                .flatMap(stored -> switch (AvroDocuments.silence(versioned(stored))) {
                    case Parsed.Sound<Silence>(var silence) -> Stream.of(silence);
                    case Parsed.Faulty<Silence> _ -> Stream.empty();
                })
                .toList();
    }

    @Override
    public long changes() {
        return 0;
    }

    private <T> Optional<T> read(Kind kind, String id, Function<Map<String, Object>, Parsed<T>> read) {
        return store.find(kind, id).flatMap(stored -> switch (read.apply(versioned(stored))) {
            case Parsed.Sound<T>(var value) -> Optional.of(value);
            // As with a record that routing cannot read: it counts as absent.
            case Parsed.Faulty<T> _ -> Optional.<T>empty();
        });
    }

    private static Map<String, Object> versioned(Stored stored) {
        return stored.document().with("version", stored.version()).fields();
    }

    private static <T> Map<String, T> kept() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > KEPT;
            }
        };
    }
}
