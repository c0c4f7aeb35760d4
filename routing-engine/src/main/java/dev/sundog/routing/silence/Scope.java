package dev.sundog.routing.silence;

import dev.sundog.routing.event.Severity;
import java.util.List;
import java.util.Set;

/**
 * Which events a silence is about; each part that is empty admits all.
 *
 * @param organizations ids, with the organizations below them
 * @param resources ids, {@code *} for any run of characters; one of the event's resources must match
 */
public record Scope(
        Set<String> organizations,
        Set<String> sources,
        List<String> resources,
        Set<String> categories,
        Set<Severity> severities) {

    /** Every event of the tenant. */
    public static final Scope ALL = new Scope(Set.of(), Set.of(), List.of(), Set.of(), Set.of());

    public Scope {
        organizations = Set.copyOf(organizations);
        sources = Set.copyOf(sources);
        resources = List.copyOf(resources);
        categories = Set.copyOf(categories);
        severities = Set.copyOf(severities);
    }
}
