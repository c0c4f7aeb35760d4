package dev.sundog.console.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a document, so that a person learns it in one answer. For one thread. */
public final class FieldErrors {

    private static final int MOST = 100;

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes an error; silently dropped after the hundredth. */
    public void add(String pointer, String detail) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    /** Notes an error unless the condition holds. */
    public void require(boolean condition, String pointer, String detail) {
        if (!condition) {
            add(pointer, detail);
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** True if nothing is wrong at the place or below it so far. */
    public boolean noneAt(String pointer) {
        return errors.stream()
                .noneMatch(error ->
                        error.pointer().equals(pointer) || error.pointer().startsWith(pointer + "/"));
    }

    public List<FieldError> toList() {
        return List.copyOf(errors);
    }

    /** The pointer to a member of what the first pointer shows. */
    public static String pointer(String parent, Object member) {
        return parent + "/" + member.toString().replace("~", "~0").replace("/", "~1");
    }
}
