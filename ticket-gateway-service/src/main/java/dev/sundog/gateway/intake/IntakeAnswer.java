package dev.sundog.gateway.intake;

import dev.sundog.gateway.problem.ProblemBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sender is told when events were taken. */
sealed interface IntakeAnswer {

    /**
     * Answer to one event.
     *
     * @param statusUrl where to ask what became of it
     */
    record Single(String eventId, String statusUrl) implements IntakeAnswer {}

    /** Answer to several events, one result for each in their order. */
    record Several(long accepted, long refused, List<Result> results) implements IntakeAnswer {

        public Several {
            results = List.copyOf(results);
        }
    }

    /**
     * What became of one of several events: accepted with an address to ask at, or refused with a problem.
     *
     * @param status as if it had been sent alone
     */
    record Result(
            int index,
            int status,
            @Nullable String eventId,
            @Nullable String statusUrl,
            @Nullable ProblemBody problem) {}
}
