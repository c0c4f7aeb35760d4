package dev.sundog.local.apply;

/** What became of one document. */
public sealed interface ApplyOutcome {

    /** The object is new. */
    record Created() implements ApplyOutcome {}

    /** The object was different and is now as the document says. */
    record Updated() implements ApplyOutcome {}

    /**
     * Nothing was written.
     *
     * @param secretUnknown the document holds a secret, which cannot be compared with the one that is set
     */
    record Unchanged(boolean secretUnknown) implements ApplyOutcome {}

    /**
     * The console does not take it.
     *
     * @param text where and why, one line for each error
     */
    record Refused(String text) implements ApplyOutcome {}

    /** In a word. */
    default String word() {
        return switch (this) {
            case Created() -> "created";
            case Updated() -> "updated";
            case Unchanged(boolean secretUnknown) ->
                secretUnknown ? "unchanged (its secret cannot be compared; --write-secrets writes it)" : "unchanged";
            case Refused(String text) -> "refused: " + text;
        };
    }
}
