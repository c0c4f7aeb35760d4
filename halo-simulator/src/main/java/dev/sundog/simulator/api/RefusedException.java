package dev.sundog.simulator.api;

import dev.sundog.simulator.exchange.Answer;
import java.util.List;
import java.util.Map;

/** Halo does not take the query; carries what it says instead. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    RefusedException(Answer answer) {
        super("refused with " + answer.status());
        this.answer = answer;
    }

    /** A query parameter is not of its type. */
    static RefusedException parameter(String name, String value) {
        return new RefusedException(Answer.json(400, Map.of(name, List.of("The value '" + value + "' is not valid."))));
    }

    Answer answer() {
        return answer;
    }
}
