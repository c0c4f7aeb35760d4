package dev.sundog.connector.halo;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Halo's own words in an error: a bare string, an object with a message, or one keyed by field. */
final class HttpWords {

    private static final int LIMIT = 2_000;
    private static final List<String> MESSAGES =
            List.of("error_description", "errorMessage", "error", "Message", "message", "title");

    private HttpWords() {}

    /** At most 2,000 characters, never empty. Pages of HTML are not repeated. */
    static String of(HttpReply reply) {
        JsonNode json = reply.json();
        MediaType type = reply.contentType();
        String words = "";
        if (json != null) {
            words = of(json);
        } else if (type == null || MediaType.TEXT_PLAIN.includes(type)) {
            words = reply.text().strip();
        }
        String told = words.isEmpty() ? "HTTP " + reply.status() + " without a reason" : words;
        return told.length() <= LIMIT ? told : told.substring(0, LIMIT);
    }

    private static String of(JsonNode json) {
        if (json.isString()) {
            return json.stringValue();
        }
        for (String name : MESSAGES) {
            JsonNode message = json.get(name);
            if (message != null && message.isString()) {
                return message.stringValue();
            }
        }
        if (json.isObject()) {
            return json.properties().stream()
                    .map(field -> field.getKey() + ": " + plain(field.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return json.toString();
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(HttpWords::plain).collect(Collectors.joining(", "));
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
