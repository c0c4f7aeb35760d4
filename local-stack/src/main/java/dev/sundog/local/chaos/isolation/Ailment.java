package dev.sundog.local.chaos.isolation;

/** How a connection's Halo can be sick. */
public enum Ailment {
    /** Takes connections and never answers. */
    DEAD("never answers"),
    /** Answers every request with 429. */
    LIMITED("answers 429 to everything"),
    /** Answers just before the connector stops waiting. */
    SLOW("takes 2.5 s for every answer");

    private final String words;

    Ailment(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
