package dev.sundog.simulator.control;

import java.util.Arrays;
import java.util.Optional;

/** What differs between Halo versions and tenants, or is not known. The default is what is likeliest. */
public enum Switch {
    /** Which Halo it is: {@code 2026} or {@code 2025-04}; setting it sets what differs between them. */
    PROFILE("profile", "2026"),
    /** Status of a successful POST: 201, or 200 in older versions. */
    CREATE_STATUS("createStatus", 201),
    /** An update without {@code tickettype_id} and {@code client_id} is answered with "Record not found". */
    STRICT_UPDATE("strictUpdate", false),
    /** {@code third_party_id_string} is taken and forgotten. */
    DROP_THIRD_PARTY_ID("dropThirdPartyId", false),
    /** The filter {@code third_party_id_string} is not known, so it filters nothing: a tenant before 2025-09. */
    UNKNOWN_THIRD_PARTY_FILTER("unknownThirdPartyFilter", false),
    /** How long a new ticket stays invisible to {@code search…}; by id it is seen at once. */
    SEARCH_LAG_MILLIS("searchLagMillis", 0),
    /** API requests allowed in a window; 0 is no limit. */
    RATE_LIMIT("rateLimit", 700),
    /** Length of the rolling window. */
    RATE_WINDOW_SECONDS("rateWindowSeconds", 300),
    /** A 429 says in {@code Retry-After} when the next request is free. */
    RETRY_AFTER("retryAfter", false),
    /** A 429 says it in {@code Retry-After} as a date of HTTP, not in seconds. */
    RETRY_AFTER_DATE("retryAfterDate", false),
    /** Every API request takes at least this long. */
    LATENCY_MILLIS("latencyMillis", 0),
    /** Life of an access token. */
    TOKEN_SECONDS("tokenSeconds", 3600),
    /** A batch with one bad element keeps nothing; otherwise the elements before the bad one stay. */
    BATCH_ALL_OR_NOTHING("batchAllOrNothing", false),
    /** A ticket without an agent cannot be closed. */
    CLOSE_NEEDS_AGENT("closeNeedsAgent", false),
    /** An action on a closed ticket reopens it. */
    ACTION_REOPENS("actionReopens", false),
    /** A POST of one element is answered with an array of one. */
    ONE_ELEMENT_ARRAY("oneElementArray", false),
    /** The site and the customer of a ticket may disagree; otherwise that is refused. */
    FOREIGN_SITE("foreignSite", false),
    /** How long the receiver of a webhook may take to answer. */
    WEBHOOK_TIMEOUT_MILLIS("webhookTimeoutMillis", 10_000),
    /** After so many failed deliveries in a row a webhook is switched off; 0 is never. */
    WEBHOOK_FAILURES("webhookFailures", 10),
    /** A ticket with a user needs a site; otherwise it is the user's. */
    USER_NEEDS_SITE("userNeedsSite", false),
    /** Tickets have {@code team_id}; a tenant of 2025-04 knows the team's name alone. */
    TEAM_ID("teamId", true);

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // a Boolean, an Integer or a String
    private final Object initial;

    Switch(String key, Object initial) {
        this.key = key;
        this.initial = initial;
    }

    /** The name under {@code /_sim/options}. */
    public String key() {
        return key;
    }

    Object initial() {
        return initial;
    }

    static Optional<Switch> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
