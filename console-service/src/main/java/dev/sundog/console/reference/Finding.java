package dev.sundog.console.reference;

import java.util.List;

/**
 * Configuration says something that Halo does not have, as far as the last read shows.
 *
 * @param severity how sure it is
 * @param kind sort of the object, for example {@code policy}
 * @param id the object
 * @param pointer JSON pointer to the place in it
 * @param detail what is wrong and what would be right, for people
 * @param allowed what could stand there, at most 20
 */
public record Finding(
        String connectionId,
        Severity severity,
        String kind,
        String id,
        String pointer,
        String detail,
        List<String> allowed) {

    /** How sure a finding is. */
    public enum Severity {
        /** Halo would refuse or drop it. */
        ERROR,
        /** The read is old, or Halo may show our agent less than there is. */
        WARNING
    }

    public Finding {
        allowed = List.copyOf(allowed);
    }
}
