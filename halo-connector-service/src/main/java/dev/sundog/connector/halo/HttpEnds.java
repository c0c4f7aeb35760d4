package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What an HTTP answer of Halo means. Only what Halo certainly did not execute is a definite failure. */
final class HttpEnds {

    private HttpEnds() {}

    static Answer<JsonNode> of(HttpReply reply, Instant now) {
        int status = reply.status();
        if (reply.succeeded()) {
            JsonNode json = reply.json();
            return json == null
                    ? new Answer.Ended<>(new CallEnd.Unknown("HTTP " + status + " without readable JSON"), status)
                    : new Answer.Got<>(json, status);
        }
        return new Answer.Ended<>(failure(reply, now), status);
    }

    private static CallEnd failure(HttpReply reply, Instant now) {
        int status = reply.status();
        return switch (status) {
            case 400, 404 -> {
                String words = HttpWords.of(reply);
                boolean gone = status == 404 || words.toLowerCase(Locale.ROOT).startsWith("record not found");
                yield gone ? new CallEnd.NotFound(words) : new CallEnd.Rejected(words);
            }
            case 401 -> new CallEnd.AuthenticationFailed(HttpWords.of(reply));
            case 403 -> new CallEnd.PermissionDenied(HttpWords.of(reply));
            case 408 -> new CallEnd.Unknown("HTTP 408");
            case 413 -> new CallEnd.TooLarge(HttpWords.of(reply));
            case 429 -> new CallEnd.RateLimited(reply.retryAfter(now));
            default -> {
                if (status >= 300 && status < 400) {
                    yield new CallEnd.NotSent("Halo redirects with HTTP " + status + "; redirects are not followed");
                }
                yield status >= 400 && status < 500
                        ? new CallEnd.Rejected(HttpWords.of(reply))
                        : new CallEnd.Unknown("HTTP " + status);
            }
        };
    }
}
