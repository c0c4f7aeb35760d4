package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates that take the same ticket number because one began while another was under way (row 23). */
final class NumberRace {

    private @Nullable CompletableFuture<Answer> first;

    /** What was done and what the caller sees. */
    record Outcome(Answer done, Answer seen) {}

    Outcome create(Fault fault, Call call, Function<Call, Answer> execution) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        Optional<CompletableFuture<Answer>> leader = enter(mine);
        FaultGate.pause(fault.pause());
        if (leader.isPresent()) {
            Answer won = leader.get().join();
            return isGood(won) ? lose(fault, call, won) : executed(execution.apply(call));
        }
        Answer answer = Answer.empty(500);
        try {
            answer = execution.apply(call);
        } finally {
            leave();
            mine.complete(answer);
        }
        return executed(answer);
    }

    /** The create that is under way; empty if this one leads. */
    private synchronized Optional<CompletableFuture<Answer>> enter(CompletableFuture<Answer> mine) {
        Optional<CompletableFuture<Answer>> leader = Optional.ofNullable(first);
        first = leader.orElse(mine);
        return leader;
    }

    private synchronized void leave() {
        first = null;
    }

    private static Outcome executed(Answer answer) {
        return new Outcome(answer, answer);
    }

    private static Outcome lose(Fault fault, Call call, Answer won) {
        Object ticket = won.body() instanceof List<?> all ? all.getLast() : won.body();
        if (!(ticket instanceof Map<?, ?> winner)) {
            return executed(won);
        }
        int status = fault.statusOr(500);
        Answer seen = status < 300
                ? Answer.json(status, lost(winner, call))
                : FaultAnswers.error(
                        "System.Data.SqlClient.SqlException",
                        "Violation of PRIMARY KEY constraint 'PK_FAULTS'. Cannot insert duplicate key in object 'dbo.FAULTS'."
                                + " The duplicate key value is (%s).".formatted(winner.get("id")));
        return new Outcome(Answer.empty(0), seen);
    }

    /** The ticket as if it were there, under the number of the winner. */
    private static Map<String, Object> lost(Map<?, ?> winner, Call call) {
        Map<String, Object> shown = new LinkedHashMap<>();
        winner.forEach((name, value) -> shown.put(String.valueOf(name), value));
        for (Map<?, ?> element : RequestDistortion.elements(call)) {
            element.forEach((name, value) -> {
                String key = String.valueOf(name);
                if (value instanceof String && shown.get(key) instanceof String && !key.equals("id")) {
                    shown.put(key, value);
                }
            });
        }
        return shown;
    }

    private static boolean isGood(Answer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }
}
