package dev.sundog.simulator.control;

import java.util.Arrays;
import java.util.Locale;

/** What can be made to go wrong. */
public enum FaultKind {
    /** The request is executed, then the connection is cut. */
    DROP_AFTER,
    /** The connection is cut and nothing is executed. */
    DROP_BEFORE,
    /** The request is executed, then answered with an error status (504 unless told). */
    STATUS_AFTER,
    /** An error status (500 unless told), and nothing is executed. */
    STATUS_BEFORE,
    /** The request is executed after a pause. */
    DELAY,
    /** The connection is cut (or a status sent) at once, and the request is executed later. */
    LATE,
    /** 502 with a page of HTML, as during maintenance; nothing is executed. */
    HTML_502,
    /** 429 in Halo's words; nothing is executed. */
    RATE_LIMIT;

    /** The name in JSON, for example {@code drop-after}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FaultKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault kind " + key + "; known: "
                        + Arrays.stream(values()).map(FaultKind::key).toList()));
    }
}
