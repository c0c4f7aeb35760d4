package dev.sundog.gateway.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request, or one event of it, was refused.
 *
 * @param detail what happened and what to change, for people; never more about the gateway's inside than they need
 * @param errors what is wrong field by field
 * @param retryAfter when to try again; absent where trying again cannot help
 * @param events how many events it refuses
 */
public record Problem(
        ProblemType type,
        String detail,
        List<FieldError> errors,
        @Nullable Duration retryAfter,
        int events) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem that its detail says all about. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null, 1);
    }

    /** A problem that is over sooner or later. */
    public static Problem passing(ProblemType type, String detail, Duration retryAfter) {
        return new Problem(type, detail, List.of(), retryAfter, 1);
    }

    /** An event that has wrong fields. */
    public static Problem invalid(List<FieldError> errors) {
        var detail = errors.size() == 1 ? "One field is wrong." : errors.size() + " fields are wrong.";
        return new Problem(ProblemType.INVALID_EVENT, detail, errors, null, 1);
    }

    /** The same problem of several events. */
    public Problem refusing(int count) {
        return new Problem(type, detail, errors, retryAfter, count);
    }
}
