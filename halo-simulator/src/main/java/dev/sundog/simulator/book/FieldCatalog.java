package dev.sundog.simulator.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Names and types of the fields of Halo's schemas, from its OpenAPI description of April 2025, and the few later ones
 * that a source names.
 */
public final class FieldCatalog {

    /** One field: its name as Halo spells it. */
    public record Field(String name, FieldType type) {}

    private static final FieldCatalog HALO = load();

    private final Map<String, Map<String, Field>> schemas;

    private FieldCatalog(Map<String, Map<String, Field>> schemas) {
        this.schemas = schemas;
    }

    public static FieldCatalog halo() {
        return HALO;
    }

    /** The field, however the name is written; empty for a name that Halo does not know and ignores. */
    public Optional<Field> find(String schema, String name) {
        return Optional.ofNullable(schemas.getOrDefault(schema, Map.of()).get(name.toLowerCase(Locale.ROOT)));
    }

    private static FieldCatalog load() {
        Map<String, Map<String, Field>> schemas = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(FieldCatalog.class.getResourceAsStream("halo-fields.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> addSchema(line, schemas));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of Halo's fields cannot be read", e);
        }
        return new FieldCatalog(schemas);
    }

    private static void addSchema(String line, Map<String, Map<String, Field>> schemas) {
        String[] words = line.split(" ", -1);
        Map<String, Field> fields = schemas.computeIfAbsent(words[0], _ -> new HashMap<>());
        for (int i = 1; i < words.length; i++) {
            int colon = words[i].lastIndexOf(':');
            String name = words[i].substring(0, colon).intern();
            fields.put(name.toLowerCase(Locale.ROOT), new Field(name, FieldType.of(words[i].charAt(colon + 1))));
        }
    }
}
