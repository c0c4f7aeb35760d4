package dev.sundog.console.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes answers that say what is wrong. */
public final class HttpProblem {

    private HttpProblem() {}

    /** A problem with one sentence. */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:sundog:problem:" + code));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }

    /** The answer for a problem with one sentence. */
    public static ResponseEntity<Object> answer(HttpStatus status, String code, String detail) {
        return answer(of(status, code, detail));
    }

    /** The answer for a document with errors. */
    public static ResponseEntity<Object> answer(List<FieldError> errors) {
        var problem = of(HttpStatus.BAD_REQUEST, "invalid", errors.size() + " error(s) in the document");
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
