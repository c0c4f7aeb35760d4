package dev.sundog.console.paging;

import dev.sundog.console.problem.FieldErrors;
import dev.sundog.console.problem.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a caller wants, and by what the list is narrowed.
 *
 * @param filter from the names of fields to the one value wanted
 */
public record PageQuery(Map<String, String> filter, Page.Wanted wanted) {

    private static final int LAST_PAGE = 100_000;
    private static final int LARGEST_SIZE = 500;
    private static final int USUAL_SIZE = 50;

    public PageQuery {
        filter = Map.copyOf(filter);
    }

    /**
     * Reads the parameters of a request. One that nobody knows is refused: passed over, it would show more than was asked for.
     *
     * @param known the fields that the list can be narrowed by
     * @throws RefusedException if a parameter is not known or out of bounds
     */
    public static PageQuery of(Map<String, String> parameters, List<String> known) {
        var errors = new FieldErrors();
        var filter = new LinkedHashMap<>(parameters);
        int page = number("page", filter.remove("page"), 0, LAST_PAGE, errors).orElse(0);
        int size =
                number("size", filter.remove("size"), 1, LARGEST_SIZE, errors).orElse(USUAL_SIZE);
        for (var name : filter.keySet()) {
            errors.require(
                    known.contains(name),
                    FieldErrors.pointer("", name),
                    "is not known; known here: page, size" + (known.isEmpty() ? "" : ", " + String.join(", ", known)));
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toList());
        }
        return new PageQuery(filter, new Page.Wanted(page, size));
    }

    /** The value that a field must have; empty where any will do. */
    public Optional<String> wanted(String field) {
        return Optional.ofNullable(filter.get(field));
    }

    private static Optional<Integer> number(
            String name, @Nullable String given, int least, int most, FieldErrors errors) {
        if (given == null) {
            return Optional.empty();
        }
        if (given.matches("\\d{1,6}") && Integer.parseInt(given) >= least && Integer.parseInt(given) <= most) {
            return Optional.of(Integer.valueOf(given));
        }
        errors.add("/" + name, "must be a whole number from " + least + " to " + most);
        return Optional.empty();
    }
}
