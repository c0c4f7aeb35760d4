package dev.sundog.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The released schemas, as files that go into the artifact for whoever does not write Java: without the marks that generated
 * classes carry, one folder for each release.
 *
 * <p>{@code mvn -pl schemas test -Dtest=SchemaCompatibilityTest -Dsundog.schemas.release=0.1.0} writes a folder from the
 * schemas as they are. A folder that was published must never be written again.
 */
final class Releases {

    static final String WRITE = "sundog.schemas.release";

    private static final Path FOLDER = Path.of("src/main/resources/schemas/released");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Releases() {}

    /** The value schemas of all topics as they are now, by full name. */
    static SortedMap<String, Schema> current() throws IOException {
        SortedMap<String, Schema> schemas = new TreeMap<>();
        for (Topic topic : Topics.all()) {
            if (topic.value().isPresent()) {
                Schema schema = topic.value().get();
                schemas.put(schema.getFullName(), new Schema.Parser().parse(clean(schema)));
            }
        }
        return schemas;
    }

    /** The releases there are, the oldest first. */
    static List<String> versions() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted(Comparator.comparing(Version::parse))
                    .toList();
        }
    }

    /** One release's schemas by full name. */
    static SortedMap<String, Schema> released(String version) throws IOException {
        SortedMap<String, Schema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve(version))) {
            for (Path file : files.toList()) {
                schemas.put(
                        file.getFileName().toString().replace(".avsc", ""),
                        new Schema.Parser().parse(Files.readString(file)));
            }
        }
        return schemas;
    }

    /** Writes the schemas as they are now as a release. */
    static void write(String version) throws IOException {
        Path folder =
                Files.createDirectories(FOLDER.resolve(Version.parse(version).toString()));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Schema schema : current().values()) {
            Files.writeString(folder.resolve(schema.getFullName() + ".avsc"), schema.toString(true) + "\n");
        }
    }

    private static String clean(Schema schema) throws IOException {
        JsonNode tree = JSON.readTree(schema.toString());
        strip(tree);
        return tree.toString();
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("avro.java.string");
        }
        node.forEach(Releases::strip);
    }
}
