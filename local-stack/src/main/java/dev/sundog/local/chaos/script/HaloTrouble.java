package dev.sundog.local.chaos.script;

/** How a simulated Halo misbehaves. What it does to a request is the simulator's business. */
public enum HaloTrouble {
    /** Three of ten creates are done, then the connection is cut. */
    CREATES_CUT_AFTER("30 % of creates are done, then cut"),
    /** Three of ten creates are done, then answered 504. */
    CREATES_504_AFTER("30 % of creates are done, then answered 504"),
    /** Three of ten creates are cut at once and done within the quarantine. */
    CREATES_LATE("30 % of creates are cut, then done within the quarantine"),
    /** Half of the updates are done, then cut. */
    UPDATES_CUT_AFTER("half of the updates are done, then cut"),
    /** Half of all requests are answered 500 and not done. */
    STATUS_500("half of all requests are answered 500"),
    /** Every request is answered with a page of HTML. */
    HTML_502("every request is answered 502 with a page"),
    /** A quarter of all requests are refused as too many. */
    STATUS_429("a quarter of all requests are answered 429"),
    /** Every request takes longer than the connector waits. */
    SLOW("every request takes longer than the connector waits"),
    /** Searches do not see new tickets for a while. */
    SEARCH_LAG("searches lag behind"),
    /** Every token is worthless from one moment to the next. */
    TOKENS_REVOKED("every token is revoked");

    private final String words;

    HaloTrouble(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
