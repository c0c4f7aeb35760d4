package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be chosen through one connection. A kind that was never read, or of which only a part was, says nothing about what
 * is not there. For one thread.
 */
public final class Catalog {

    /** A read that is older says nothing for certain: a night was missed. */
    static final Duration STALE = Duration.ofHours(36);

    private final Map<String, KindState> states = new HashMap<>();
    private final Function<ReferenceKind, List<Item>> load;
    private final Map<ReferenceKind, List<Item>> loaded = new HashMap<>();
    private final Map<ReferenceKind, Map<Long, Item>> indexed = new HashMap<>();
    private final Instant now;

    /**
     * Of a connection.
     *
     * @param load reads a kind when it is asked for first
     */
    public Catalog(List<KindState> states, Function<ReferenceKind, List<Item>> load, Instant now) {
        states.forEach(state -> this.states.put(state.kind(), state));
        this.load = load;
        this.now = now;
    }

    /** All items; empty where nothing is known. */
    public List<Item> all(ReferenceKind kind) {
        return loaded.computeIfAbsent(kind, load);
    }

    /** True when what is not in the list is not in Halo either, as far as the last read goes. */
    boolean isWhole(ReferenceKind kind) {
        var state = state(kind);
        return state.readAt() != null && !state.truncated();
    }

    /** True when the last whole read is too old to insist on, or a later one failed. */
    boolean isStale(ReferenceKind kind) {
        var state = state(kind);
        return state.readAt() == null || state.gap() != null || state.readAt().isBefore(now.minus(STALE));
    }

    Optional<Item> find(ReferenceKind kind, long id) {
        var index = indexed.computeIfAbsent(kind, this::index);
        return Optional.ofNullable(index.get(id));
    }

    Optional<Item> named(ReferenceKind kind, String name) {
        return all(kind).stream()
                .filter(item -> same(item.name(), name) || same(Objects.requireNonNullElse(item.label(), ""), name))
                .findFirst();
    }

    static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    private Map<Long, Item> index(ReferenceKind kind) {
        Map<Long, Item> index = new HashMap<>();
        all(kind).forEach(item -> index.putIfAbsent(item.id(), item));
        return index;
    }

    private KindState state(ReferenceKind kind) {
        return states.getOrDefault(kind.name(), new KindState(kind.name(), 0, null, false, null, null));
    }
}
