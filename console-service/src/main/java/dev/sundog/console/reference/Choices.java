package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where a catalog looks things up. */
interface Choices {

    /** All of a kind, in Halo's order; empty where nothing is known. */
    List<Item> all(ReferenceKind kind);

    /** The first with this number. */
    Optional<Item> find(ReferenceKind kind, long id);

    /** Reads a kind as a whole when it is asked for first: for those who ask much. For one thread. */
    static Choices loading(Function<ReferenceKind, List<Item>> load) {
        return new Choices() {

            private final Map<ReferenceKind, List<Item>> loaded = new HashMap<>();
            private final Map<ReferenceKind, Map<Long, Item>> indexed = new HashMap<>();

            @Override
            public List<Item> all(ReferenceKind kind) {
                return loaded.computeIfAbsent(kind, load);
            }

            @Override
            public Optional<Item> find(ReferenceKind kind, long id) {
                return Optional.ofNullable(
                        indexed.computeIfAbsent(kind, this::index).get(id));
            }

            private Map<Long, Item> index(ReferenceKind kind) {
                Map<Long, Item> index = new HashMap<>();
                all(kind).forEach(item -> index.putIfAbsent(item.id(), item));
                return index;
            }
        };
    }
}
