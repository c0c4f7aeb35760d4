package dev.sundog.connector.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what can be chosen in Halo, as one call saw it. That Halo shows a kind to nobody, or not to us, is an answer, too:
 * it says nothing about the lane.
 *
 * @param detail for people, where it was not read; null where it was
 * @param total how many Halo says there are of the kind; null where it does not say
 * @param more true when Halo may have another page
 */
public record ReferencePage(
        Result result,
        @Nullable String detail,
        List<ReferenceItem> items,
        @Nullable Long total,
        boolean more) {

    /** What became of reading it. */
    public enum Result {
        /** Halo showed it. */
        READ,
        /** The application or its agent lacks the right. */
        NOT_PERMITTED,
        /** This Halo has no such list. */
        NOT_OFFERED,
        /** Halo refused. */
        FAILED
    }

    public ReferencePage {
        items = List.copyOf(items);
    }

    /** One that was not read. */
    public static ReferencePage unread(Result result, String detail) {
        return new ReferencePage(result, detail, List.of(), null, false);
    }
}
