package dev.sundog.simulator.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Halo's OpenAPI description of April 2025, as far as {@link DescriptionExtract} took it over, and the exceptions from it. */
public final class HaloDescription {

    /** One exception: its kind ({@code field}, {@code parameter}, {@code path}), what it is about, source, confidence. */
    public record Excuse(String kind, String what, String source, String confidence) {}

    private static final String MAIN = "/dev/sundog/simulator/";

    private final Map<String, Set<String>> parameters = new HashMap<>();
    private final Map<String, Integer> schemas = new TreeMap<>();
    private final List<Excuse> excuses = new ArrayList<>();

    private HaloDescription() {
        for (String line : lines(MAIN + "description/halo-paths.txt")) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("SCHEMA")) {
                schemas.put(words[1], Integer.valueOf(words[2]));
            } else {
                Set<String> names = new TreeSet<>();
                Arrays.stream(words).skip(3).map(HaloDescription::lower).forEach(names::add);
                parameters.put(lower(words[0] + " " + words[1]), names);
            }
        }
        for (String line : lines(MAIN + "book/halo-exceptions.txt")) {
            String[] cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            excuses.add(new Excuse(cells[0], cells[1], cells[2], cells[3]));
        }
    }

    public static HaloDescription read() {
        return new HaloDescription();
    }

    /** Lines of a table of the simulator, without comments; the name as under {@code dev/sundog/simulator/}. */
    public static List<String> table(String name) {
        return lines(MAIN + name);
    }

    /** Number of fields by schema. */
    public Map<String, Integer> schemas() {
        return schemas;
    }

    public List<Excuse> excuses() {
        return excuses;
    }

    /** Whether Halo has the path with this method, such as {@code GET /Tickets/{id}}, whatever its case. */
    public boolean has(String operation) {
        return parameters.containsKey(lower(operation));
    }

    /** Names of the query parameters, in small letters. */
    public Set<String> parameters(String operation) {
        return parameters.getOrDefault(lower(operation), Set.of());
    }

    /** Whether any path takes a parameter of this name. */
    public boolean hasSomewhere(String parameter) {
        return parameters.values().stream().anyMatch(names -> names.contains(lower(parameter)));
    }

    public boolean excuses(String kind, String what) {
        return excuses.stream()
                .anyMatch(one -> one.kind().equals(kind) && lower(one.what()).equals(lower(what)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(HaloDescription.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
