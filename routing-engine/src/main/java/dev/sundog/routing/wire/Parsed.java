package dev.sundog.routing.wire;

import java.util.List;

/** What came of reading a document that a person wrote. */
public sealed interface Parsed<T> {

    /** It can be used. */
    record Sound<T>(T value) implements Parsed<T> {}

    /** It has faults, all of which are told. */
    record Faulty<T>(List<Fault> faults) implements Parsed<T> {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer to the place
     * @param detail what is wrong and what would be right, for people
     */
    record Fault(String pointer, String detail) {}
}
