package dev.sundog.console.paging;

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

    /** The wanted page. */
    public static <T> Page<T> of(List<T> items, Wanted wanted, long total) {
        return new Page<>(items, wanted.page(), wanted.size(), total);
    }

    /** The wanted page of a list that is at hand as a whole. */
    public static <T> Page<T> cut(List<T> all, Wanted wanted) {
        var items = all.stream().skip(wanted.skip()).limit(wanted.size()).toList();
        return of(items, wanted, all.size());
    }

    /** Which page of which size a caller wants. */
    public record Wanted(int page, int size) {

        /** Items before it. */
        public long skip() {
            return (long) page * size;
        }
    }
}
