package dev.sundog.gateway.problem;

import java.io.Serial;

/** Carries a problem from anywhere at the HTTP edge to the one place that answers it. Has no stack trace: it is an answer. */
public final class HttpProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Refuses the request. */
    public HttpProblemException(Problem problem) {
        super(problem.type().tag(), null, false, false);
        this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
