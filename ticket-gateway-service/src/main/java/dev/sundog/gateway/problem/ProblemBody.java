package dev.sundog.gateway.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it goes over the wire, members as RFC 9457 names them; {@code errors} is ours.
 *
 * @param retryAfter seconds, the same as in the header of that name; for items of an array, which have no headers
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<FieldError> errors,
        @Nullable Long retryAfter) {

    /**
     * Writes a problem down.
     *
     * @param instance path of the request, or absent for one event of an array
     */
    public static ProblemBody of(Problem problem, @Nullable String instance) {
        var type = problem.type();
        var retryAfter = problem.retryAfter();
        return new ProblemBody(
                type.uri(),
                type.title(),
                type.status(),
                problem.detail(),
                instance,
                problem.errors().isEmpty() ? null : problem.errors(),
                retryAfter == null ? null : retryAfter.toSeconds());
    }
}
