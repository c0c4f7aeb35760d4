package dev.sundog.local.http;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param body as JSON; a missing node where there was none or it was no JSON
 * @param etag as it came, with its quotes
 */
public record HttpReply(int status, JsonNode body, Optional<String> etag) {

    public boolean ok() {
        return status / 100 == 2;
    }

    /** Status and body in one line, for people. */
    public String summary() {
        String text = body.isMissingNode() ? "" : " " + body;
        return "HTTP " + status + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
    }
}
