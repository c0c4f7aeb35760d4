package dev.sundog.local.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A console in memory that remembers what was written and how. */
final class FakeConsole implements ConsoleApi {

    final Map<String, Stored> objects = new HashMap<>();
    final List<String> writes = new ArrayList<>();
    Optional<String> problem = Optional.empty();

    @Override
    public Optional<Stored> find(Manifest manifest) {
        return Optional.ofNullable(objects.get(manifest.path()));
    }

    @Override
    public Optional<String> check(Manifest manifest, Set<Manifest> besides) {
        return problem;
    }

    @Override
    public Optional<String> create(Manifest manifest) {
        writes.add("create " + manifest.path());
        return problem;
    }

    @Override
    public Optional<String> replace(Manifest manifest, String etag) {
        writes.add("replace " + manifest.path() + " of " + etag);
        return problem;
    }
}
