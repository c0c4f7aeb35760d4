package dev.sundog.gateway.format;

import java.util.Locale;

/** What sort of event. */
public enum EventKind {
    /** Something lasting began, goes on or is over. */
    ALERT,
    /** Something is advised. */
    RECOMMENDATION;

    /** The name in meters. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
