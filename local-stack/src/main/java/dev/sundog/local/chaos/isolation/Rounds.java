package dev.sundog.local.chaos.isolation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which rounds with and without sick connections follow each other.
 *
 * <p>Without, with, with, without: whatever grows or shrinks evenly over the run, warm-up and neighbours on the machine included,
 * falls on both alike.
 */
public final class Rounds {

    private static final List<Boolean> PATTERN = List.of(false, true, true, false);

    private Rounds() {}

    /**
     * True for a round with sick connections.
     *
     * @param atLeast rounds; made up to the next four
     */
    public static List<Boolean> atLeast(int atLeast) {
        int blocks = Math.max(1, (atLeast + PATTERN.size() - 1) / PATTERN.size());
        return IntStream.range(0, blocks).boxed().flatMap(_ -> PATTERN.stream()).toList();
    }
}
