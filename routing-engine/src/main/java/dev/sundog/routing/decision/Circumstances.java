package dev.sundog.routing.decision;

import java.time.Instant;
import java.util.Set;

/**
 * What a decision depends on besides the event and the configuration: only whether something still makes the event wait.
 *
 * @param now decides whether silences and rules that park are in force
 * @param endedSilences ids of silences that ended for the event's matter when it was resolved under them
 * @param released true when a person wants the event to wait for no silence and no rule any more
 */
public record Circumstances(Instant now, Set<String> endedSilences, boolean released) {

    public Circumstances {
        endedSilences = Set.copyOf(endedSilences);
    }

    /** A moment, and nothing else to know. */
    public static Circumstances at(Instant now) {
        return new Circumstances(now, Set.of(), false);
    }

    /** The same, for an event that a person released. */
    public Circumstances byHand() {
        return new Circumstances(now, endedSilences, true);
    }
}
