package dev.sundog.console.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well one kind is known.
 *
 * @param count items known; zero where it was never read
 * @param total how many Halo says there are; null where it does not say
 * @param truncated true when there are more than were read
 * @param readAt when the last whole read began; null where there was none
 * @param gap what kept a later read from being made; null where nothing did
 */
public record KindState(
        String kind,
        long count,
        @Nullable Long total,
        boolean truncated,
        @Nullable Instant readAt,
        @Nullable Gap gap) {

    /**
     * A read that came to nothing.
     *
     * @param result {@code NOT_PERMITTED}, {@code NOT_OFFERED} or {@code FAILED}
     */
    public record Gap(String result, @Nullable String detail, Instant at) {}
}
