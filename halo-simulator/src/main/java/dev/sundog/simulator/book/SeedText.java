package dev.sundog.simulator.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code seed.txt}: the records that every tenant has at the start. */
final class SeedText {

    /** One record and its list. */
    record Seeded(Kind kind, Row row) {}

    private static final List<Seeded> RECORDS = read();

    private SeedText() {}

    static void fill(Tenant tenant) {
        RECORDS.forEach(one -> tenant.list(one.kind()).put(one.row()));
    }

    private static List<Seeded> read() {
        List<Seeded> records = new ArrayList<>();
        for (String line : lines()) {
            String[] words = line.split(" ", 2);
            if (line.startsWith("+")) {
                Seeded last = records.removeLast();
                String[] element = words[1].split(" ", 2);
                records.add(new Seeded(
                        last.kind(), last.row().with(words[0].substring(1), List.of(values(element[0], element[1])))));
            } else if (!line.startsWith("#")) {
                Kind kind = Kind.valueOf(words[0]);
                records.add(new Seeded(kind, Row.of(values(kind.schema(), words[1]))));
            }
        }
        return List.copyOf(records);
    }

    private static Map<String, Object> values(String schema, String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String cell : text.split("\\|", -1)) {
            String[] pair = cell.split("=", 2);
            FieldType type = type(schema, pair[0]);
            values.put(
                    pair[0],
                    type.read(pair[1])
                            .orElseThrow(
                                    () -> new IllegalStateException("seed.txt: " + schema + " cannot have " + cell)));
        }
        return values;
    }

    /** The id of a priority is a GUID to Halo, but a number here; the GUID is in {@code _shown}. */
    private static FieldType type(String schema, String field) {
        if (field.equals("_shown")) {
            return schema.equals("Policy") ? FieldType.TEXT : FieldType.INTEGER;
        }
        return field.equals("id")
                ? FieldType.INTEGER
                : FieldCatalog.halo()
                        .find(schema, field)
                        .map(FieldCatalog.Field::type)
                        .orElseThrow(() -> new IllegalStateException("seed.txt: " + schema + " has no " + field));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(SeedText.class.getResourceAsStream("seed.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the first data cannot be read", e);
        }
    }
}
