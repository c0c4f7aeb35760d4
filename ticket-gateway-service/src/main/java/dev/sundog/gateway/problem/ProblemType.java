package dev.sundog.gateway.problem;

import java.util.Locale;

/** Every way in which the gateway refuses. One list for answers, meters and logs. */
public enum ProblemType {
    /** The body is not JSON. */
    MALFORMED_JSON(400, "The body is not valid JSON"),
    /** Fields of the event are missing, wrong or unknown. */
    INVALID_EVENT(400, "The event is not valid"),
    /** Something else about the request is wrong. */
    BAD_REQUEST(400, "The request is not valid"),
    /** The key is missing or unknown. */
    UNAUTHENTICATED(401, "A valid API key is needed"),
    /** The key may not send this. */
    FORBIDDEN(403, "The API key does not allow this"),
    /** There is nothing here. */
    NOT_FOUND(404, "Not found"),
    /** The path is there, with another method. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** The client accepts no JSON. */
    NOT_ACCEPTABLE(406, "Answers are JSON"),
    /** The body did not arrive in time. */
    TIMEOUT(408, "The body did not arrive in time"),
    /** The event, or the body, is larger than allowed. */
    TOO_LARGE(413, "Too large"),
    /** More events in one request than allowed. */
    TOO_MANY_EVENTS(413, "Too many events in one request"),
    /** The body is not JSON by its content type. */
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"),
    /** A fault of the gateway. */
    INTERNAL(500, "The gateway failed"),
    /** The gateway has its hands full. */
    BUSY(503, "The gateway is busy"),
    /** The broker or the schema registry does not answer. */
    UNAVAILABLE(503, "Events cannot be stored right now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The same for people, in a few words. */
    public String title() {
        return title;
    }

    /** The name in meters and in the problem's type, for example {@code invalid-event}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem's type: a name, not an address; {@code docs} explain it. */
    public String uri() {
        return "urn:sundog:problem:" + tag();
    }
}
