package dev.sundog.connector.simulation;

import java.util.List;

/**
 * Choices that are the same for the same seed: SplitMix64.
 *
 * <p>A split depends on its name and the seed alone, not on what was drawn before: leaving out a part of a schedule leaves the
 * choices of the other parts as they were.
 */
final class Chance {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    Chance(long seed) {
        this.origin = mix(seed);
        this.state = origin;
    }

    Chance split(String name) {
        return new Chance(origin ^ mix(name.hashCode()));
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** From zero to one below the bound. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** Both ends included. */
    long between(long low, long high) {
        return low + Long.remainderUnsigned(next(), high - low + 1);
    }

    boolean permille(int rate) {
        return below(1_000) < rate;
    }

    <T> T of(List<T> things) {
        return things.get(below(things.size()));
    }

    private static long mix(long value) {
        long mixed = value + STEP;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
