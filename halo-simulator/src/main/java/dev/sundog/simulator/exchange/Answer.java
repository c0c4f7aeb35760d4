package dev.sundog.simulator.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param status HTTP status; {@link #DROPPED} closes the connection without a word
 * @param mediaType null for an empty body
 * @param body a JSON value if the media type is JSON, otherwise a string; null for an empty body
 * @param drip how long the body takes, sent byte by byte; zero sends it at once
 * @param touched ids of the tickets that the request created, changed or removed, in the order of the request
 */
public record Answer(
        int status,
        @Nullable String mediaType,
        @Nullable Object body,
        Map<String, String> headers,
        List<Integer> touched,
        Duration drip) {

    /** Not a status: the connection is cut. */
    public static final int DROPPED = 0;

    public static final String JSON = "application/json; charset=utf-8";
    public static final String HTML = "text/html; charset=utf-8";

    public Answer {
        headers = Map.copyOf(headers);
        touched = List.copyOf(touched);
    }

    public static Answer json(int status, Object body) {
        return new Answer(status, JSON, body, Map.of(), List.of(), Duration.ZERO);
    }

    public static Answer html(int status, String body) {
        return new Answer(status, HTML, body, Map.of(), List.of(), Duration.ZERO);
    }

    public static Answer empty(int status) {
        return new Answer(status, null, null, Map.of(), List.of(), Duration.ZERO);
    }

    public static Answer dropped() {
        return empty(DROPPED);
    }

    /** Halo's way to say that a rule of the business forbids it: 400 and a bare JSON string. */
    public static Answer refusal(String words) {
        return json(400, words);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, mediaType, body, more, touched, drip);
    }

    public Answer without(String header) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(header);
        return new Answer(status, mediaType, body, fewer, touched, drip);
    }

    public Answer withBody(Object other) {
        return new Answer(status, mediaType, other, headers, touched, drip);
    }

    public Answer dripping(Duration length) {
        return new Answer(status, mediaType, body, headers, touched, length);
    }

    public Answer touching(List<Integer> ids) {
        return new Answer(status, mediaType, body, headers, ids, drip);
    }
}
