package dev.sundog.routing.wire;

/**
 * What came of reading bytes. That the registry is away is none of these: it is thrown as Kafka's {@code RetriableException}, for
 * then nobody knows whether the bytes can be read.
 */
public sealed interface ReadOutcome<T> {

    /** They were read. */
    record Read<T>(T value) implements ReadOutcome<T> {}

    /** They can never be read. */
    record Undecodable<T>(String why) implements ReadOutcome<T> {}
}
