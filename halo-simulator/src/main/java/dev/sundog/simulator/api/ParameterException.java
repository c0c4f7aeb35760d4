package dev.sundog.simulator.api;

import dev.sundog.simulator.exchange.Answer;
import java.util.List;
import java.util.Map;

/** A query parameter is not of its type. */
final class ParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String value;

    ParameterException(String name, String value) {
        super(name + ": " + value);
        this.name = name;
        this.value = value;
    }

    Answer answer() {
        return Answer.json(400, Map.of(name, List.of("The value '" + value + "' is not valid.")));
    }
}
