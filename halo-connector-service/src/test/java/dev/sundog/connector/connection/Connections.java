package dev.sundog.connector.connection;

import dev.sundog.connector.connection.HaloConnection.Lookup;
import dev.sundog.connector.connection.HaloConnection.OnDuplicate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connection of the tests. */
public final class Connections {

    private Connections() {}

    public static HaloConnection of(URI root, Lookup lookup) {
        return of(root, lookup, null, "sealed");
    }

    /** The same instance by another application. */
    public static HaloConnection by(String clientId, URI root) {
        return of(root, Lookup.THIRD_PARTY_ID, clientId, null, "sealed");
    }

    public static HaloConnection of(URI root, Lookup lookup, @Nullable String customField, String sealedSecret) {
        return of(root, lookup, "sundog-local", customField, sealedSecret);
    }

    private static HaloConnection of(
            URI root, Lookup lookup, String clientId, @Nullable String customField, String sealedSecret) {
        return new HaloConnection(
                "acme-halo",
                "acme-msp",
                1,
                true,
                root,
                URI.create(root + "/auth"),
                "acme",
                clientId,
                sealedSecret,
                List.of("all"),
                240,
                Duration.ofMinutes(5),
                lookup,
                customField,
                List.of(8L, 9L),
                7,
                20,
                List.of(),
                Map.of(),
                new HaloConnection.Storms(20, Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new HaloConnection.Watch(Duration.ofMinutes(1), Duration.ofHours(1), OnDuplicate.REPORT, 9L));
    }
}
