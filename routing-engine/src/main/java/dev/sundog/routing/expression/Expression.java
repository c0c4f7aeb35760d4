package dev.sundog.routing.expression;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A compiled expression, or one that is known to be wrong. Pure; safe from any thread. */
public interface Expression {

    /** What is wrong with it, where, and what is allowed; empty for one that can be evaluated. */
    Optional<String> refusal();

    /** Evaluates it. Never throws: what cannot be evaluated is {@link Outcome.Broken}. */
    Outcome evaluate(Facts facts);

    /**
     * Names of the facts that it may read. A label that it names is {@code event.labels.} with its name; {@code event.labels}
     * stands for any of them.
     */
    Set<String> reads();

    /** The facts that it may read, by name, as text that is cut after 500 characters. */
    SortedMap<String, String> show(Facts facts);
}
