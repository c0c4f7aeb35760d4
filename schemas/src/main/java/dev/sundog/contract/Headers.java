package dev.sundog.contract;

/** Names of the record headers that carry meaning. Values are UTF-8 text. */
public final class Headers {

    /**
     * The tenant that the sender of an event belongs to. Set by the gateway from the API key; where it is there, the event's
     * organization must belong to that tenant.
     */
    public static final String TENANT = "sundog-tenant";

    /** On a dead letter: why it could not be read, in words. */
    public static final String DEAD_REASON = "sundog-dead-reason";

    /** On a dead letter: the topic it came from. */
    public static final String DEAD_TOPIC = "sundog-dead-topic";

    /** On a dead letter: the partition it came from, in decimal. */
    public static final String DEAD_PARTITION = "sundog-dead-partition";

    /** On a dead letter: its offset there, in decimal. */
    public static final String DEAD_OFFSET = "sundog-dead-offset";

    /** W3C trace context. */
    public static final String TRACE_PARENT = "traceparent";

    private Headers() {}
}
