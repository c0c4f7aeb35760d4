package dev.sundog.local.apply;

import dev.sundog.local.terminal.CommandFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Reads all documents that a command was given, in an order in which they can be applied whatever order the files have. */
public final class ManifestFiles {

    private final YamlManifests reader;

    public ManifestFiles(YamlManifests reader) {
        this.reader = reader;
    }

    /**
     * Every document of the files: what others point at comes first, otherwise as they stand there.
     *
     * @throws CommandFailure if a file cannot be read, no document is in any, or two are about one object
     */
    public List<Manifest> read(List<String> files) {
        var manifests = new ArrayList<Manifest>();
        var places = new HashMap<String, String>();
        for (var file : files) {
            for (Manifest manifest : reader.read(Path.of(file))) {
                var before = places.putIfAbsent(manifest.title(), manifest.place());
                if (before != null) {
                    throw new CommandFailure(manifest.place() + ": " + manifest.title() + " stands already in " + before
                            + "; keep one of them");
                }
                manifests.add(manifest);
            }
        }
        if (manifests.isEmpty()) {
            throw new CommandFailure(String.join(", ", files) + ": no document in it; a document has a kind ("
                    + Kind.words() + "), an id, and the fields of its kind");
        }
        return ApplyOrder.of(manifests);
    }
}
