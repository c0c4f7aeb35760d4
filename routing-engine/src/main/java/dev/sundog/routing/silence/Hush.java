package dev.sundog.routing.silence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an event has to wait because of a silence. */
public sealed interface Hush {

    /** No silence holds it. */
    record None() implements Hush {}

    /**
     * A silence holds it.
     *
     * @param until when its time is over; when its matter is resolved where absent
     */
    record Held(Silence silence, @Nullable Instant until) implements Hush {}
}
