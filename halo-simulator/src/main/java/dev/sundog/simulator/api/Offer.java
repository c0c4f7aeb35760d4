package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldCatalog;
import dev.sundog.simulator.book.FieldCatalog.Field;
import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.book.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a list beside the tickets is offered; one line of {@code offers.txt}.
 *
 * @param path as Halo writes it, for example {@code ClientContract}
 * @param envelope key of the rows, empty for a bare array
 * @param pagedEnvelope key of the rows if paging is asked for, empty if that changes nothing
 * @param area part of the scopes that governs it, empty for any
 * @param largestPage 0 if there are no pages
 * @param searched fields that {@code search} looks at; {@code advanced_search} takes no others
 * @param filters field by parameter
 * @param defaults what a new record has unless it says otherwise
 */
record Offer(
        String path,
        Kind kind,
        String envelope,
        String pagedEnvelope,
        String area,
        int largestPage,
        List<String> searched,
        Map<String, String> filters,
        Map<String, Object> defaults) {

    Offer {
        searched = List.copyOf(searched);
        filters = Map.copyOf(filters);
        defaults = Map.copyOf(defaults);
    }

    /** Every line of the table. */
    static List<Offer> all() {
        return lines("offers.txt").stream().map(Offer::read).toList();
    }

    /** The lines of a table that lies beside this class, without its comments. */
    static List<String> lines(String table) {
        try (InputStream in = Objects.requireNonNull(Offer.class.getResourceAsStream(table))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(table + " cannot be read", e);
        }
    }

    /** Type of a field, text if Halo's description does not have it. */
    FieldType type(String field) {
        return FieldCatalog.halo()
                .find(kind.schema(), field)
                .map(Field::type)
                .orElse(field.equals("_shown") ? FieldType.INTEGER : FieldType.TEXT);
    }

    private static Offer read(String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        Kind kind = Kind.valueOf(cells[1]);
        String[] envelopes = cells[2].split("/", 2);
        return new Offer(
                cells[0],
                kind,
                orEmpty(envelopes[0]),
                envelopes.length == 2 ? envelopes[1] : "",
                orEmpty(cells[3]),
                Integer.parseInt(cells[4]),
                words(cells[5]),
                pairs(cells[6]),
                defaults(kind, pairs(cells[7])));
    }

    private static String orEmpty(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, String> pairs(String cell) {
        Map<String, String> pairs = new LinkedHashMap<>();
        words(cell).forEach(word -> {
            String[] pair = word.split("=", 2);
            pairs.put(pair[0], pair[pair.length - 1]);
        });
        return pairs;
    }

    private static Map<String, Object> defaults(Kind kind, Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(
                name,
                FieldCatalog.halo()
                        .find(kind.schema(), name)
                        .flatMap(field -> field.type().read(text))
                        .orElseThrow(() -> new IllegalStateException("offers.txt: " + kind + " has no " + name))));
        return values;
    }
}
