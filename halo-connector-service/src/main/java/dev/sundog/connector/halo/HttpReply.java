package dev.sundog.connector.halo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP answer, read whole. */
final class HttpReply {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    /** Takes the body as its own. */
    HttpReply(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; null if it does not say that it is JSON, or is not. */
    @Nullable
    JsonNode json() {
        MediaType type = contentType();
        boolean saysSo = type != null && type.getSubtype().endsWith("json");
        if (!saysSo || body.length == 0) {
            return null;
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException broken) {
            return null;
        }
    }

    @Nullable
    MediaType contentType() {
        try {
            return headers.getContentType();
        } catch (InvalidMediaTypeException broken) {
            return null;
        }
    }

    /** What {@code Retry-After} asks for, as seconds or as a date; null if it asks nothing that makes sense. */
    @Nullable
    Duration retryAfter(Instant now) {
        String asked = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (asked == null) {
            return null;
        }
        try {
            Duration pause = asked.strip().matches("[0-9]{1,6}")
                    ? Duration.ofSeconds(Long.parseLong(asked.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(asked.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return pause.isPositive() ? pause : Duration.ofSeconds(1);
        } catch (DateTimeParseException nonsense) {
            return null;
        }
    }
}
