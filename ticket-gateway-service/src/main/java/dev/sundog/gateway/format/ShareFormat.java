package dev.sundog.gateway.format;

import dev.sundog.gateway.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation that a person wants to become a ticket: the JSON of a recommendation, whose address names the matter and which
 * says who asks. The gateway keeps no recommendations, so the whole of it is sent again.
 */
public final class ShareFormat {

    private ShareFormat() {}

    /**
     * Reads the wish.
     *
     * @param json parsed JSON: a recommendation in which {@code dedupKey} may be left out, {@code status} too, for it is OPEN, and
     *     in which {@code requestedBy} may not
     * @param id the dedup key of the recommendation, from the address
     */
    public static Reading read(@Nullable Object json, String id, EventDefaults defaults) {
        if (!(json instanceof Map<?, ?> given)) {
            return new Reading.Faulty(List.of(new FieldError("", "must be an object")));
        }
        var recommendation = new LinkedHashMap<String, @Nullable Object>();
        given.forEach((name, value) -> recommendation.put(String.valueOf(name), value));
        var errors = new ArrayList<FieldError>();
        settle(recommendation, "dedupKey", id, "must be the id in the address, " + id, errors);
        settle(recommendation, "status", "OPEN", "must be OPEN: only what still stands can be shared", errors);
        if (recommendation.get("requestedBy") == null) {
            errors.add(new FieldError("/requestedBy", "is required: who asks for the ticket"));
        }
        var reading = PlainFormat.recommendation(recommendation, defaults);
        if (reading instanceof Reading.Faulty(var others)) {
            errors.addAll(others);
        }
        return errors.isEmpty() ? reading : new Reading.Faulty(errors);
    }

    private static void settle(
            Map<String, @Nullable Object> recommendation,
            String field,
            String value,
            String rule,
            List<FieldError> errors) {
        var given = recommendation.put(field, value);
        if (given != null && !given.equals(value)) {
            errors.add(new FieldError("/" + field, rule));
        }
    }
}
