package dev.sundog.connector.reference;

import dev.sundog.connector.call.ReferenceItem;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.call.ReferencePage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a read. */
public sealed interface ReferenceNews {

    /** The part of a read that came to nothing; it stands beside what was read before. */
    int GAP = 0;

    /** The connection it was read through. */
    String connectionId();

    /** What was read. */
    ReferenceKind kind();

    /** Which part. */
    int part();

    /**
     * A part that is there now.
     *
     * @param part from 1, or {@value #GAP}
     * @param parts how many the read has; zero on all but the last
     * @param readId identifies the read of this kind
     * @param readAt when that began
     * @param detail for people, where it was not read
     * @param total how many Halo says there are
     * @param truncated true when there are more than were read
     */
    record Part(
            String tenantId,
            String connectionId,
            ReferenceKind kind,
            int part,
            int parts,
            String readId,
            Instant readAt,
            ReferencePage.Result result,
            @Nullable String detail,
            @Nullable Long total,
            boolean truncated,
            List<ReferenceItem> items)
            implements ReferenceNews {

        public Part {
            items = List.copyOf(items);
        }
    }

    /** A part that is not there any more. */
    record Gone(String connectionId, ReferenceKind kind, int part) implements ReferenceNews {}
}
