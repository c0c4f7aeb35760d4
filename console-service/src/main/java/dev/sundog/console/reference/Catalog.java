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

/**
 * What can be chosen through one connection. A kind that was never read, or of which only a part was, says nothing about what
 * is not there. For one thread.
 */
public final class Catalog {

    /** A read that is older says nothing for certain: a night was missed. */
    static final Duration STALE = Duration.ofHours(36);

    private final Map<String, KindState> states = new HashMap<>();
    private final Choices choices;
    private final Instant now;

    Catalog(List<KindState> states, Choices choices, Instant now) {
        states.forEach(state -> this.states.put(state.kind(), state));
        this.choices = choices;
        this.now = now;
    }

    /** All items; empty where nothing is known. */
    public List<Item> all(ReferenceKind kind) {
        return choices.all(kind);
    }

    /** True when what is not in the list is not in Halo either, as far as our agent may see. */
    public boolean isSure(ReferenceKind kind) {
        return isWhole(kind) && !isStale(kind);
    }

    /** When the last whole read of a kind began; empty where there was none. */
    public Optional<Instant> readAt(ReferenceKind kind) {
        return Optional.ofNullable(state(kind).readAt());
    }

    /** True when what is not in the list was not in Halo either at the last read. */
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
        return choices.find(kind, id);
    }

    Optional<Item> named(ReferenceKind kind, String name) {
        return all(kind).stream()
                .filter(item -> same(item.name(), name) || same(Objects.requireNonNullElse(item.label(), ""), name))
                .findFirst();
    }

    static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    private KindState state(ReferenceKind kind) {
        return states.getOrDefault(kind.name(), new KindState(kind.name(), 0, null, false, null, null));
    }
}
