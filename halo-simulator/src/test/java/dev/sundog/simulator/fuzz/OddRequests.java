package dev.sundog.simulator.fuzz;

import dev.sundog.simulator.book.FieldCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests made from Halo's OpenAPI description of April 2025: its paths, parameters and schemas, with odd values. */
final class OddRequests {

    private static final String DESCRIPTION = "/dev/sundog/simulator/description/halo-paths.txt";
    private static final String FIELDS = "/dev/sundog/simulator/book/halo-fields.txt";
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json; charset=utf-16",
            "application/json; charset=klingon",
            "application/json-patch+json",
            "text/json",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/",
            ";",
            "");

    /** What an operation of the description is: its schema is {@code -} if it takes no body. */
    private record Operation(String method, String path, String schema, List<String> parameters) {}

    private final Random random;
    private final OddValues values;
    private final String token;
    private final List<Operation> all = operations();
    private final List<Operation> offered;
    private final List<String> fields = lines(FIELDS);

    /** @param resources in lower case; most requests go to them, the rest anywhere in the description */
    OddRequests(long seed, String token, Set<String> resources) {
        this.random = new Random(seed);
        this.values = new OddValues(random);
        this.token = token;
        this.offered = all.stream()
                .filter(one -> resources.contains(one.path().split("/", -1)[1].toLowerCase(Locale.ROOT)))
                .toList();
    }

    FuzzedRequest next() {
        return switch (random.nextInt(20)) {
            case 0 -> tokenRequest();
            case 1 -> new FuzzedRequest(method(), path("/" + values.text()), "", contentType(), body("-"));
            case 2 -> pageRequest();
            default -> apiRequest();
        };
    }

    /** Anything but a deed that would make later failures legitimate. */
    FuzzedRequest nextControl() {
        String control =
                values.any(List.of("journal", "options", "tenants", "health", "faults/x", "tokens", "nothing"));
        return new FuzzedRequest(
                values.any(List.of("GET", "PUT", "POST", "DELETE")),
                "/_sim/" + control + (random.nextInt(5) == 0 ? path("/" + values.text()) : ""),
                "",
                contentType(),
                body("-"));
    }

    private FuzzedRequest apiRequest() {
        Operation operation = values.any(random.nextInt(10) == 0 ? all : offered);
        String target = "/api" + path(operation.path()) + query(operation.parameters());
        String method = random.nextInt(10) == 0 ? method() : operation.method();
        boolean withBody = method.equals("POST") || random.nextInt(20) == 0;
        return new FuzzedRequest(
                method,
                target,
                random.nextInt(30) == 0 ? "garbage" : token,
                withBody ? contentType() : "",
                withBody ? body(operation.schema()) : new byte[0]);
    }

    private FuzzedRequest tokenRequest() {
        String form = IntStream.range(0, random.nextInt(6))
                .mapToObj(_ -> values.any(List.of("grant_type", "client_id", "client_secret", "scope", "tenant", "%"))
                        + values.any(List.of("=", "", "=="))
                        + values.any(
                                List.of("client_credentials", "sundog-local", "all", encoded(values.text()), "%zz")))
                .collect(Collectors.joining("&"));
        return new FuzzedRequest(
                method(),
                "/auth/" + values.any(List.of("token", "Token", "authorize", ".well-known/openid-configuration", "")),
                "",
                random.nextInt(3) == 0 ? contentType() : "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.UTF_8));
    }

    private FuzzedRequest pageRequest() {
        return new FuzzedRequest(
                method(),
                values.any(List.of("/", "/ticket", "/Ticket")) + query(List.of("id", "x")),
                "",
                "",
                new byte[0]);
    }

    private String path(String template) {
        return template.lines()
                .flatMap(line -> List.of(line.split("/", -1)).stream())
                .map(part -> part.startsWith("{") || random.nextInt(60) == 0 ? encoded(values.text()) : encoded(part))
                .collect(Collectors.joining("/"));
    }

    private String query(List<String> parameters) {
        if (parameters.isEmpty() || random.nextInt(4) == 0) {
            return "";
        }
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(_ -> values.any(parameters) + "=" + encoded(values.text()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private byte[] body(String schema) {
        String text = switch (random.nextInt(8)) {
            case 0 -> values.json();
            case 1 -> values.text();
            case 2 -> "[" + element(schema) + "," + values.json() + "]";
            default -> "[" + element(schema) + "]";
        };
        byte[] bytes = text.getBytes(random.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return random.nextInt(6) == 0 ? broken(bytes) : bytes;
    }

    /** Mostly with values of the right type: the first wrong one ends it. */
    private String element(String schema) {
        List<String> known = fieldsOf(schema.replace("[", "").replace("]", ""));
        boolean tidy = random.nextInt(3) > 0;
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(_ -> values.any(known))
                .map(field -> {
                    int colon = field.lastIndexOf(':');
                    String value = tidy ? values.json(field.charAt(colon + 1)) : values.json();
                    return "\"" + field.substring(0, colon) + "\":" + value;
                })
                .collect(Collectors.joining(",", tidy ? "{" + needed() : "{", "}"));
    }

    /** What tickets and actions cannot do without, so that some are made. */
    private String needed() {
        return random.nextBoolean()
                ? ""
                : "\"summary\":\"x\",\"ticket_id\":" + (1001 + random.nextInt(20))
                        + ",\"outcome_id\":7,\"client_id\":12,\"_novalidate\":true,";
    }

    /** Some bytes changed, and maybe the end cut off. */
    private byte[] broken(byte[] bytes) {
        byte[] broken = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 2 + 1));
        for (int i = 0; i < 3 && broken.length > 0; i++) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return broken;
    }

    /** Each as {@code name:type}, as in the list of Halo's fields. */
    private List<String> fieldsOf(String schema) {
        return fields.stream()
                .filter(line -> line.startsWith(schema + " "))
                .findFirst()
                .map(line -> List.of(line.substring(schema.length() + 1).split(" ", -1)))
                .orElse(List.of("id:i", "name:s", "summary:s", "ticket_id:i", "kind:s", "customfields:a", "options:o"));
    }

    private String method() {
        return values.any(List.of("GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"));
    }

    private String contentType() {
        return random.nextInt(3) == 0 ? values.any(TYPES) : "application/json";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Operation> operations() {
        return lines(DESCRIPTION).stream()
                .filter(line -> !line.startsWith("SCHEMA "))
                .map(OddRequests::operation)
                .toList();
    }

    private static Operation operation(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return new Operation(words.get(0), words.get(1), words.get(2), words.subList(3, words.size()));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(FieldCatalog.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
