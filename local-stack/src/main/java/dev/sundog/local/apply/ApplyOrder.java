package dev.sundog.local.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The order in which objects can be applied: what others point at comes first. */
final class ApplyOrder {

    /** Kinds whose objects point at those before them at most. */
    static final List<Kind> KINDS = Stream.concat(
                    Stream.of(Kind.POLICY, Kind.CONNECTION, Kind.ORGANIZATION), Stream.of(Kind.values()))
            .distinct()
            .toList();

    private ApplyOrder() {}

    /** The same documents; those that may change places stay as they were. */
    static List<Manifest> of(List<Manifest> manifests) {
        var byKind = manifests.stream().collect(Collectors.groupingBy(Manifest::kind));
        return KINDS.stream()
                .flatMap(kind -> parentsFirst(
                        byKind.getOrDefault(kind, List.of()),
                        Manifest::id,
                        it -> it.fields().path("parentId").asString(""))
                        .stream())
                .toList();
    }

    /** The same objects, none before its parent. */
    static <T> List<T> parentsFirst(List<T> objects, Function<T, String> id, Function<T, String> parent) {
        var waiting = new ArrayList<>(objects);
        var ordered = new ArrayList<T>();
        Set<String> there = new HashSet<>();
        Set<String> known = objects.stream().map(id).collect(Collectors.toSet());
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(it -> there.contains(parent.apply(it)) || !known.contains(parent.apply(it)))
                    .findFirst()
                    // Parents in a circle, which no console takes: in the order in which they came.
                    .orElse(waiting.getFirst());
            waiting.remove(Objects.requireNonNull(next));
            there.add(id.apply(next));
            ordered.add(next);
        }
        return ordered;
    }
}
