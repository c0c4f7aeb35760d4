package dev.sundog.routing.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An expression that compiled. */
final class CelExpression implements Expression {

    /** Longest text that an expression may give, in chars. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int SHOWN = 500;

    private final CelRuntime.Program program;
    private final ValueType type;
    private final CelReads reads;
    private final CelProblems problems;

    CelExpression(CelRuntime.Program program, ValueType type, CelReads reads, CelProblems problems) {
        this.program = program;
        this.type = type;
        this.reads = reads;
        this.problems = problems;
    }

    @Override
    public Optional<String> refusal() {
        return Optional.empty();
    }

    @Override
    public Set<String> reads() {
        return reads.names();
    }

    @Override
    public Outcome evaluate(Facts facts) {
        var steps = facts.steps();
        steps.begin();
        try {
            return outcome(program.trace(facts::find, steps));
        } catch (CelEvaluationException failed) {
            return new Outcome.Broken(steps.exceeded() ? steps.limit() : problems.of(failed));
        }
    }

    private Outcome outcome(Object value) {
        return switch (type) {
            case TRUTH -> truth(value);
            case TEXT -> text(bare(value));
            case NUMBER -> number(bare(value));
            case NUMBERS -> numbers(bare(value));
        };
    }

    private static @Nullable Object bare(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static Outcome truth(Object value) {
        // An unknown value is no exception in CEL but a result of another type.
        return value instanceof Boolean yes ? (yes ? Outcome.YES : Outcome.NO) : unknown();
    }

    private static Outcome text(@Nullable Object value) {
        return switch (value) {
            case null -> Outcome.NOTHING;
            case String text when text.isBlank() -> Outcome.NOTHING;
            case String text
            when text.length() > LONGEST_TEXT ->
                new Outcome.Broken("gives a text of " + text.length() + " characters; at most " + LONGEST_TEXT);
            case String text -> new Outcome.Text(text);
            default -> unknown();
        };
    }

    private static Outcome number(@Nullable Object value) {
        return switch (value) {
            case null -> Outcome.NOTHING;
            case Long number when number == 0 -> Outcome.NOTHING;
            case Long number when number < 0 -> new Outcome.Broken("gives " + number + ", must be above zero");
            case Long number -> new Outcome.Whole(number);
            default -> unknown();
        };
    }

    private static Outcome numbers(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return value == null ? Outcome.NOTHING : unknown();
        }
        var numbers = new ArrayList<Long>(list.size());
        for (var member : list) {
            if (!(member instanceof Long number) || number <= 0) {
                return new Outcome.Broken("gives a list with " + member + ", each must be above zero");
            }
            numbers.add(number);
        }
        return numbers.isEmpty() ? Outcome.NOTHING : new Outcome.Wholes(numbers);
    }

    private static Outcome unknown() {
        return new Outcome.Broken("what it gives cannot be told");
    }

    @Override
    public SortedMap<String, String> show(Facts facts) {
        var values = new TreeMap<String, String>();
        for (var name : reads.facts()) {
            values.put(name, shown(facts, name));
        }
        return values;
    }

    private static String shown(Facts facts, String name) {
        try {
            return CelProblems.cut(String.valueOf(ordered(facts.find(name).orElse(""))), SHOWN);
        } catch (IllegalStateException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    private static @Nullable Object ordered(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> new TreeMap<>(map);
            case List<?> list -> list.stream().map(CelExpression::ordered).toList();
            case null, default -> value;
        };
    }
}
