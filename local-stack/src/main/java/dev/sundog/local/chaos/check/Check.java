package dev.sundog.local.chaos.check;

import java.util.stream.Stream;

/** Looks for violations of one invariant or of several that belong together. */
interface Check {

    Stream<Violation> find(Facts facts);
}
