package dev.sundog.gateway.format;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an event gets where it says nothing itself.
 *
 * @param source empty where the event has to name its source
 * @param now when the event happened, unless it says so
 * @param newId makes the id of an event that has none
 */
public record EventDefaults(Optional<String> source, Instant now, Supplier<String> newId) {}
