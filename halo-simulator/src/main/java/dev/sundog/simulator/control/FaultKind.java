package dev.sundog.simulator.control;

import java.time.Duration;
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
    /** The request is executed and the answer comes byte by byte, spread over the pause. */
    DRIP,
    /** The connection is cut (or a status sent) at once, and the request is executed later. */
    LATE,
    /** 502 with a page of HTML, as during maintenance; nothing is executed. */
    HTML_502,
    /** 503 with a page of HTML; nothing is executed. */
    HTML_503,
    /**
     * 429 in Halo's words; nothing is executed. {@code value} {@code seconds} or {@code date} adds a {@code Retry-After}
     * of that form that tells the pause, {@code none} leaves it out; without a value the switches decide.
     */
    RATE_LIMIT,
    /** 401 for this request; the token is good again for the next one. */
    TOKEN_REFUSED,
    /** 401, and the token stays worthless. */
    TOKEN_REVOKED,
    /**
     * A create that begins while another one is under way takes the same number. Each create holds its number for the
     * pause. The second is refused with a duplicate-number error (500 unless told); with status 200 or 201 it is told the
     * first one's number and lost.
     */
    NUMBER_COLLISION,
    /** The field {@code value} is taken out of what is written; also the custom field of that name. */
    FIELD_DROPPED,
    /** Every filter of a list is ignored. */
    SEARCH_UNFILTERED,
    /** A list lacks what was created or changed within the pause. */
    SEARCH_STALE,
    /** Whole numbers of the answer are written as {@code 3.0}; only those of field {@code value}, if it is given. */
    DECIMAL_NUMBERS,
    /**
     * A write whose {@code details_html} or {@code note_html} has more than {@code value} characters (100,000 unless told)
     * is executed, then answered with 504.
     */
    LARGE_DETAILS,
    /** An event is delivered to webhooks twice, the same body. */
    WEBHOOK_TWICE,
    /** An event reaches webhooks after the pause; with a chance below 1, others overtake it. */
    WEBHOOK_LATE,
    /** An event never reaches webhooks. */
    WEBHOOK_LOST;

    /** The name in JSON, for example {@code drop-after}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How long it lasts unless told. */
    Duration usualPause() {
        return this == NUMBER_COLLISION ? Duration.ofMillis(50) : Duration.ofSeconds(2);
    }

    /** Whether it strikes deliveries and not requests. */
    boolean ofWebhooks() {
        return this == WEBHOOK_TWICE || this == WEBHOOK_LATE || this == WEBHOOK_LOST;
    }

    static FaultKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault kind " + key + "; known: "
                        + Arrays.stream(values()).map(FaultKind::key).toList()));
    }
}
