package dev.sundog.gateway.source;

import java.util.Optional;

/** Knows who may send. */
@FunctionalInterface
public interface SourceDirectory {

    /** Finds the sender that a key stands for. The time it takes says nothing about how much of a key is right. */
    Optional<Sender> find(String apiKey);
}
