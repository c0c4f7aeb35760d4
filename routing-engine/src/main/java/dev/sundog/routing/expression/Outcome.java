package dev.sundog.routing.expression;

import java.util.List;

/** What came of evaluating an expression. */
public sealed interface Outcome {

    /** A condition holds. */
    Outcome YES = new Truth(true);

    /** A condition does not hold. */
    Outcome NO = new Truth(false);

    /** It gives nothing: an empty text, a zero, an empty list, or an optional without a value. */
    Outcome NOTHING = new Nothing();

    /** Of a condition. */
    record Truth(boolean holds) implements Outcome {}

    /** Of a text, never empty. */
    record Text(String text) implements Outcome {}

    /** Of a number, above zero. */
    record Whole(long number) implements Outcome {}

    /** Of numbers, at least one, all above zero. */
    record Wholes(List<Long> numbers) implements Outcome {
        public Wholes {
            numbers = List.copyOf(numbers);
        }
    }

    /** Nothing. */
    record Nothing() implements Outcome {}

    /** It cannot be evaluated about this event, or about any. */
    record Broken(String why) implements Outcome {}
}
