package dev.sundog.simulator.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as they should not be, and some as they should. */
final class OddValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "7",
            "12",
            "1001",
            "2147483648",
            "-9223372036854775809",
            "1e400",
            "95.0",
            "NaN",
            "true",
            "false",
            "null",
            "undefined",
            "[]",
            "{}",
            "1,2,x",
            ",,,",
            "2026-09-25",
            "2026-13-45T99:99:99Z",
            "1900-01-01T00:00:00",
            "+1000000000-01-01T00:00:00Z",
            "0001-01-01",
            "3fa85f64-5717-4562-b3fc-2c963f66afa6",
            "'; drop table faults; --",
            "select * from faults where CFx='",
            "<script>alert(1)</script>",
            "<<<<<<&&&&&lt;",
            "../../etc/passwd",
            "%s%n%d",
            "${jndi:ldap://x}",
            "$AREA",
            "\u0000",
            "\uD83D\uDE00",
            "\uD800",
            "\u202Eabc",
            "İıſK",
            "summary",
            "id",
            "order",
            "[{\"filter_name\":\"summary\",\"filter_type\":4,\"filter_value\":\"x\"}]",
            "[{\"filter_name\":null}]");

    private static final List<String> JSON = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1001",
            "12",
            "3.0",
            "1e400",
            "1e-400",
            "123456789012345678901234567890",
            "-0",
            "\"\"",
            "\"12\"",
            "\"95.0\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2026-09-25T06:41:08Z\"",
            "\"not a date\"",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "[{\"id\":1}]",
            "[{\"id\":201,\"value\":\"x\"}]",
            "[{\"name\":\"CFsundogReference\",\"value\":{\"a\":[1]}}]",
            "{\"id\":-1}");

    private final Random random;

    OddValues(Random random) {
        this.random = random;
    }

    /** A text, as a parameter or a part of a path; not encoded. */
    String text() {
        return switch (random.nextInt(10)) {
            case 0 -> String.valueOf(random.nextInt());
            case 1 -> String.valueOf(1000 + random.nextInt(40));
            case 2 -> noise(random.nextInt(30));
            case 3 -> "x".repeat(random.nextInt(3000));
            default -> any(TEXTS);
        };
    }

    /** A value as JSON, mostly well formed. */
    String json() {
        return switch (random.nextInt(8)) {
            case 0 -> quoted(text());
            case 1 -> String.valueOf(random.nextInt(50));
            case 2 -> "[".repeat(random.nextInt(600));
            case 3 -> {
                int depth = random.nextInt(600);
                yield "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            }
            default -> any(JSON);
        };
    }

    /** A value of a field's type, by its letter in the list of Halo's fields. */
    String json(char type) {
        return switch (type) {
            case 'i' -> String.valueOf(random.nextInt(30));
            case 'n' -> random.nextInt(100) + ".5";
            case 'b' -> String.valueOf(random.nextBoolean());
            case 'd' -> "\"2026-09-25T06:41:08.7895915Z\"";
            case 'g' -> "\"3fa85f64-5717-4562-b3fc-2c963f66afa6\"";
            case 'a' -> any(List.of("[]", "[{\"id\":1}]", "[{\"id\":201,\"value\":\"x\"}]", "[7,\"x\",[],{}]", "[{}]"));
            case 's' -> quoted(text());
            default -> any(JSON);
        };
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter < ' ' || letter == '"' || letter == '\\') {
                json.append("\\u%04x".formatted(letter));
            } else {
                json.append((char) letter);
            }
        });
        return json.append('"').toString();
    }

    private String noise(int length) {
        return IntStream.range(0, length)
                .mapToObj(_ -> String.valueOf((char) random.nextInt(0x10000)))
                .collect(Collectors.joining());
    }
}
