package dev.sundog.console.reference;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of {@code halo-reference-v1}.
 *
 * @param place which one
 * @param read what was read; null when the part is gone
 */
public record Part(Place place, @Nullable Read read) {

    /**
     * Which part it is.
     *
     * @param part from 1; zero for a read that came to nothing
     */
    public record Place(String connectionId, String kind, int part) {}

    /**
     * What was read.
     *
     * @param parts how many the read has; zero on all but the last
     */
    public record Read(
            String tenantId,
            int parts,
            String readId,
            Instant readAt,
            String result,
            @Nullable String detail,
            @Nullable Long total,
            boolean truncated,
            List<Item> items) {

        public Read {
            items = List.copyOf(items);
        }
    }
}
