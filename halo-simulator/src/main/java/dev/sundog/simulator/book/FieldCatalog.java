package dev.sundog.simulator.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names and types of the fields of Halo's schemas, from its OpenAPI description of April 2025 ({@code halo-fields.txt}),
 * and the few later ones that a source names ({@code halo-exceptions.txt}). A schema is read when it is first asked for.
 */
public final class FieldCatalog {

    /** One field: its name as Halo spells it. */
    public record Field(String name, FieldType type) {}

    private static final FieldCatalog HALO = load();

    private final Map<String, String> lines;
    private final Map<String, Map<String, Field>> schemas = new ConcurrentHashMap<>();

    private FieldCatalog(Map<String, String> lines) {
        this.lines = lines;
    }

    public static FieldCatalog halo() {
        return HALO;
    }

    public boolean knows(String schema) {
        return lines.containsKey(schema);
    }

    /** The field, however the name is written; empty for a name that Halo does not know and ignores. */
    public Optional<Field> find(String schema, String name) {
        return Optional.ofNullable(fields(schema).get(name.toLowerCase(Locale.ROOT)));
    }

    private Map<String, Field> fields(String schema) {
        return schemas.computeIfAbsent(schema, name -> read(lines.getOrDefault(name, "")));
    }

    private static FieldCatalog load() {
        Map<String, String> lines = new HashMap<>();
        for (String line : lines("halo-fields.txt")) {
            int blank = line.indexOf(' ');
            lines.put(line.substring(0, blank), line.substring(blank + 1));
        }
        for (String line : lines("halo-exceptions.txt")) {
            String[] cells = line.split("\\|", -1);
            if (cells[0].strip().equals("field")) {
                String[] field = cells[1].strip().split("\\.", 2);
                lines.merge(field[0], field[1], (first, second) -> first + " " + second);
            }
        }
        return new FieldCatalog(lines);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(FieldCatalog.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of Halo's fields cannot be read", e);
        }
    }

    private static Map<String, Field> read(String line) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String word : line.split(" ", -1)) {
            int colon = word.lastIndexOf(':');
            if (colon > 0) {
                String name = word.substring(0, colon).intern();
                fields.put(name.toLowerCase(Locale.ROOT), new Field(name, FieldType.of(word.charAt(colon + 1))));
            }
        }
        return fields;
    }
}
