package dev.sundog.connector.lifecycle;

/** When repeats are worth a note: the first, and then each power of ten. */
final class NoteSchedule {

    private NoteSchedule() {}

    /**
     * Whether to write one now.
     *
     * @param repeats how often the matter was repeated
     * @param told how many of these Halo knows of
     */
    static boolean isDue(long repeats, long told) {
        long next = 1;
        while (next <= told) {
            next *= 10;
        }
        return repeats >= next;
    }
}
