package dev.sundog.routing.expression;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** An expression that is wrong whatever the event. */
record RefusedExpression(String why) implements Expression {

    @Override
    public Optional<String> refusal() {
        return Optional.of(why);
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return new Outcome.Broken(why);
    }

    @Override
    public Set<String> reads() {
        return Set.of();
    }

    @Override
    public SortedMap<String, String> show(Facts facts) {
        return Collections.emptySortedMap();
    }
}
