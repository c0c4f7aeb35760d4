package dev.sundog.gateway.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer where it is, as a JSON pointer into the body
 * @param detail what is wrong and what is allowed
 */
public record FieldError(String pointer, String detail) {

    /** Extends a pointer by one step, escaped as RFC 6901 wants it. */
    public static String pointer(String parent, String step) {
        return parent + "/" + step.replace("~", "~0").replace("/", "~1");
    }
}
