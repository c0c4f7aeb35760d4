package dev.sundog.connector.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * A ticket of ours is said to have changed in Halo.
 *
 * @param statusId the status that it is said to have; null if that was not said, or if more than the status changed
 */
record Hint(String ticketKey, @Nullable Long statusId) {}
