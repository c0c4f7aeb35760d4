package dev.sundog.routing.silence;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The silences of one tenant, filed so that an event meets those that may hold it and few others, however many there are. Written
 * by one thread, read by all.
 *
 * <p>Each is filed under one part of its scope, the one that tells events apart best, once for each value that it names there. One
 * that names nothing exactly is met by every event.
 */
public final class SilenceIndex {

    private final Map<String, Silence> all = new ConcurrentHashMap<>();
    private final Map<Place, Map<String, Silence>> filed = new ConcurrentHashMap<>();

    /** What a silence is filed under; those that tell events apart best come first. */
    private enum Part {
        RESOURCE,
        ORGANIZATION,
        CATEGORY,
        SOURCE,
        SEVERITY,
        EVERYTHING
    }

    private record Place(Part part, String value) {
        static final Place EVERYWHERE = new Place(Part.EVERYTHING, "");
    }

    /** Takes a silence, in the place of an earlier one of its id. */
    public void put(Silence silence) {
        var before = all.put(silence.id(), silence);
        var places = places(silence.scope());
        places.forEach(place ->
                filed.computeIfAbsent(place, _ -> new ConcurrentHashMap<>()).put(silence.id(), silence));
        // Afterwards: one that is replaced is never away in between, or what it holds could slip through.
        if (before != null) {
            remove(before, places);
        }
    }

    /** Forgets a silence. One that is not there changes nothing. */
    public void remove(String id) {
        var before = all.remove(id);
        if (before != null) {
            remove(before, Set.of());
        }
    }

    /** All of them, in no order. */
    public Collection<Silence> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    /**
     * Those that may hold an event, each once and in no order; no other does.
     *
     * @param lineage the event's organization and those above it
     */
    public Collection<Silence> about(Event event, List<Organization> lineage) {
        if (filed.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<String, Silence>();
        gather(Place.EVERYWHERE, found);
        gather(new Place(Part.SEVERITY, event.severity().name()), found);
        gather(new Place(Part.SOURCE, event.source()), found);
        gather(new Place(Part.CATEGORY, CompiledSilence.category(event)), found);
        lineage.forEach(one -> gather(new Place(Part.ORGANIZATION, one.id()), found));
        event.resources().forEach(resource -> gather(new Place(Part.RESOURCE, resource.id()), found));
        return found.values();
    }

    private void gather(Place place, Map<String, Silence> found) {
        Map<String, Silence> here = filed.get(place);
        if (here != null) {
            found.putAll(here);
        }
    }

    private void remove(Silence silence, Set<Place> stays) {
        for (var place : places(silence.scope())) {
            if (!stays.contains(place)) {
                filed.computeIfPresent(place, (_, here) -> without(silence.id(), here));
            }
        }
    }

    private static @Nullable Map<String, Silence> without(String id, Map<String, Silence> here) {
        here.remove(id);
        return here.isEmpty() ? null : here;
    }

    private static Set<Place> places(Scope scope) {
        if (!scope.resources().isEmpty() && scope.resources().stream().allMatch(Glob::exact)) {
            return places(Part.RESOURCE, scope.resources());
        }
        if (!scope.organizations().isEmpty()) {
            return places(Part.ORGANIZATION, scope.organizations());
        }
        if (!scope.categories().isEmpty()) {
            return places(Part.CATEGORY, scope.categories());
        }
        if (!scope.sources().isEmpty()) {
            return places(Part.SOURCE, scope.sources());
        }
        return scope.severities().isEmpty()
                ? Set.of(Place.EVERYWHERE)
                : places(
                        Part.SEVERITY,
                        scope.severities().stream().map(Enum::name).toList());
    }

    private static Set<Place> places(Part part, Collection<String> values) {
        return values.stream().map(value -> new Place(part, value)).collect(Collectors.toUnmodifiableSet());
    }
}
