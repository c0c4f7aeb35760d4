package dev.sundog.console.effective;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Directory;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.policy.Policies;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.wire.AvroDocuments;
import dev.sundog.routing.wire.Parsed;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The configuration that the console keeps, as routing reads it once it is published. */
final class StoredPlaces implements Directory, Policies {

    private final ConfigurationStore store;

    StoredPlaces(ConfigurationStore store) {
        this.store = store;
    }

    @Override
    public Optional<Organization> organization(String id) {
        return read(Kind.ORGANIZATION, id, AvroDocuments::organization);
    }

    @Override
    public Optional<Connection> connection(String id) {
        return read(Kind.CONNECTION, id, AvroDocuments::connection);
    }

    @Override
    public Optional<Policy> policy(String id) {
        return read(Kind.POLICY, id, AvroDocuments::policy);
    }

    private <T> Optional<T> read(Kind kind, String id, Function<Map<String, Object>, Parsed<T>> read) {
        return store.find(kind, id)
                .flatMap(stored -> switch (read.apply(stored.document().fields())) {
                    case Parsed.Sound<T>(var value) -> Optional.of(value);
                    // As with a record that routing cannot read: it counts as absent.
                    case Parsed.Faulty<T> _ -> Optional.<T>empty();
                });
    }
}
