package dev.sundog.console.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The short texts that a person sends along with a command, such as who wants it and why. */
public final class ShortTexts {

    private static final int LONGEST = 200;

    private ShortTexts() {}

    /** Everything that is wrong with them; only the known names may be there. */
    public static FieldErrors check(Map<String, ?> given, List<String> known) {
        var errors = new FieldErrors();
        given.forEach((field, value) -> {
            errors.require(known.contains(field), "/" + field, "is not known; known here: " + String.join(", ", known));
            errors.require(
                    value instanceof String text && !text.isBlank() && text.length() <= LONGEST,
                    "/" + field,
                    "must be a text of 1 to " + LONGEST + " characters");
        });
        return errors;
    }

    /** The text under a name, if there is one. */
    public static Optional<String> text(Map<String, ?> given, String field) {
        return given.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
