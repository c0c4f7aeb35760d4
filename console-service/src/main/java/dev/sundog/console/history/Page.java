package dev.sundog.console.history;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param total in all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** Which page of which size a caller wants. */
    public record Wanted(int page, int size) {

        long skip() {
            return (long) page * size;
        }
    }
}
