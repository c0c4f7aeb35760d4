package dev.sundog.console.problem;

import java.util.List;

/** Ends a request whose document is wrong: the caller is told everything at once. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public RefusedException(List<FieldError> errors) {
        super(errors.size() + " error(s) in the document");
        this.errors = List.copyOf(errors);
    }

    /** What is wrong. */
    public List<FieldError> errors() {
        return errors;
    }
}
