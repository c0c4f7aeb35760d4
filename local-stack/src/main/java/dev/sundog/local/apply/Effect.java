package dev.sundog.local.apply;

import java.util.List;
import java.util.SortedMap;

/** What a policy as the document has it would make of events that came lately. */
sealed interface Effect {

    /**
     * It was tried beside the policy in force.
     *
     * @param events how many
     * @param others how many of them another policy decides, or none
     * @param missing how many of them are not on their topics any more
     * @param different a line for each that would be decided otherwise
     */
    record Tried(int events, int others, int missing, List<String> different) implements Effect {

        public Tried {
            different = List.copyOf(different);
        }
    }

    /**
     * It is new, so that no event is decided by it yet; it was tried as if every organization had it.
     *
     * @param outcomes how many events it would make what of
     */
    record Fresh(int events, int missing, SortedMap<String, Integer> outcomes) implements Effect {}

    /** The console does not take the document; a line for each error. */
    record Refused(String text) implements Effect {}

    /** It cannot be tried now. */
    record NotKnown(String why) implements Effect {}
}
