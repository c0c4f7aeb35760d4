package dev.sundog.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request of the server as a {@link Call}. */
final class HttpCall {

    /** Charsets in which JSON is taken; the reader finds out itself which of them it is. */
    private static final Set<String> CHARSETS =
            Set.of("", "utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be");

    private HttpCall() {}

    static Call of(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        URI uri = exchange.getRequestURI();
        return new Call(
                exchange.getRequestMethod(),
                uri.getPath(),
                pairs(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                headers,
                body(body, headers.getOrDefault("content-type", "")),
                "http://" + headers.getOrDefault("host", "localhost"));
    }

    private static Body body(byte[] bytes, String contentType) {
        if (bytes.length == 0) {
            return new Body.None();
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", 2);
        String mediaType = parts[0].strip();
        if (mediaType.equals("application/x-www-form-urlencoded")) {
            return new Body.Form(pairs(new String(bytes, StandardCharsets.UTF_8)));
        }
        if (!isJson(mediaType) || !CHARSETS.contains(charset(parts.length == 1 ? "" : parts[1]))) {
            return new Body.Foreign(contentType);
        }
        try {
            return new Body.Json(HttpJson.read(bytes));
        } catch (IllegalArgumentException e) {
            return new Body.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isJson(String mediaType) {
        return switch (mediaType) {
            case "application/json", "text/json" -> true;
            default -> mediaType.startsWith("application/") && mediaType.endsWith("+json");
        };
    }

    private static String charset(String parameters) {
        int at = parameters.indexOf("charset=");
        return at < 0
                ? ""
                : parameters
                        .substring(at + "charset=".length())
                        .split(";", 2)[0]
                        .replace("\"", "")
                        .strip();
    }

    private static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                pairs.put(name.toLowerCase(Locale.ROOT), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
