package dev.sundog.connector.lifecycle;

import java.time.Duration;

/**
 * When a matter counts as flapping.
 *
 * @param threshold how often it may come back within the window before it does; zero: it never flaps
 * @param window a flapping matter that does not change for as long is calm again
 */
public record FlapRules(int threshold, Duration window) {

    /** Nothing ever flaps. */
    public static final FlapRules NEVER = new FlapRules(0, Duration.ZERO);
}
