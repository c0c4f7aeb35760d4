package dev.sundog.routing.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the details of a ticket say, before it is HTML or plain text: clean, bounded, and in the tenant's voice. */
record Story(String title, List<Part> parts) {

    Story {
        parts = List.copyOf(parts);
    }

    /** One section. */
    sealed interface Part {

        /** What stands above it. */
        String heading();
    }

    /** Running text. */
    record Prose(String heading, String text, boolean strong) implements Part {}

    /**
     * Rows of cells.
     *
     * @param columns heads of the columns; where empty, the first cell of a row is its head
     * @param leftOut rows that there are besides
     */
    record Table(String heading, List<String> columns, List<List<Cell>> rows, int leftOut) implements Part {
        Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** Places to read on. */
    record Listing(String heading, List<Cell> items, int leftOut) implements Part {
        Listing {
            items = List.copyOf(items);
        }
    }

    /**
     * A short text.
     *
     * @param href a safe address that it leads to
     */
    record Cell(String text, @Nullable String href) {
        static Cell of(String text) {
            return new Cell(text, null);
        }
    }
}
