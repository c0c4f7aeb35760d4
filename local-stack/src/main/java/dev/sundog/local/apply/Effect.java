package dev.sundog.local.apply;

import java.util.List;

/** What a policy as the document has it would make of events that came lately. */
sealed interface Effect {

    /**
     * It was tried.
     *
     * @param events how many
     * @param missing how many of them are not on their topics any more
     * @param different a line for each that would be decided otherwise
     */
    record Tried(int events, int missing, List<String> different) implements Effect {}

    /** The console does not take the document; a line for each error. */
    record Refused(String text) implements Effect {}

    /** It cannot be tried now. */
    record NotKnown(String why) implements Effect {}
}
