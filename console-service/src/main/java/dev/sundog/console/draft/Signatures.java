package dev.sundog.console.draft;

import dev.sundog.console.configuration.Signature;
import dev.sundog.console.problem.FieldErrors;
import dev.sundog.console.problem.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes from a request who makes a change and why: its members {@code author} and {@code reason}. */
final class Signatures {

    private static final int LONGEST = 500;

    private Signatures() {}

    /**
     * Takes the two members out of the request.
     *
     * @param needed true: both must be there
     * @throws RefusedException if one is wrong or missing
     */
    static Signature take(Map<String, Object> request, boolean needed) {
        var errors = new FieldErrors();
        var author = text(request.remove("author"), "/author", needed, errors);
        var reason = text(request.remove("reason"), "/reason", needed, errors);
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toList());
        }
        return new Signature(author == null ? Signature.UNSAID.author() : author, reason);
    }

    /** Refuses what is left of a request. */
    static void nothingElse(Map<String, Object> request, List<String> others) {
        var errors = new FieldErrors();
        var known =
                Stream.concat(others.stream(), Stream.of("author", "reason")).toList();
        request.keySet()
                .forEach(name -> errors.add(
                        FieldErrors.pointer("", name), "is not known; known here: " + String.join(", ", known)));
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toList());
        }
    }

    private static @Nullable String text(@Nullable Object given, String at, boolean needed, FieldErrors errors) {
        if (given == null) {
            errors.require(!needed, at, "is required: the history keeps it");
            return null;
        }
        if (given instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
            return text;
        }
        errors.add(at, "must be a text of 1 to " + LONGEST + " characters");
        return null;
    }
}
