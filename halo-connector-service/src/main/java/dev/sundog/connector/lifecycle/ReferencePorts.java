package dev.sundog.connector.lifecycle;

import dev.sundog.connector.reference.ReadTerms;
import dev.sundog.connector.reference.ReferenceNews;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What reading what can be chosen in Halo needs of the world.
 *
 * @param connections ids of the connections whose lanes are here
 * @param terms what the configuration says; null for a connection that is gone
 * @param news takes each part, in one transaction with the state that remembers it
 */
public record ReferencePorts(
        Supplier<Collection<String>> connections,
        Function<String, @Nullable ReadTerms> terms,
        Consumer<ReferenceNews> news) {

    /** For a host that reads nothing. */
    public static ReferencePorts none() {
        return new ReferencePorts(List::of, _ -> null, _ -> {});
    }
}
