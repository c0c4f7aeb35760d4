package dev.sundog.console.configuration;

import dev.sundog.console.problem.FieldErrors;
import java.util.regex.Pattern;

/** What several kinds of documents hold their fields to. */
final class Limits {

    /** Ids go into keys and addresses, so they are plain. */
    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private static final String ID_RULE = "must match " + ID.pattern();

    private Limits() {}

    static void id(Document document, String field, FieldErrors errors) {
        document.text(field).ifPresent(id -> errors.require(ID.matcher(id).matches(), "/" + field, ID_RULE));
    }

    static void positive(Document document, String field, String at, FieldErrors errors) {
        document.number(field)
                .ifPresent(number -> errors.require(number > 0, FieldErrors.pointer(at, field), "must be above zero"));
    }

    static void notNegative(Document document, String field, String at, FieldErrors errors) {
        document.number(field)
                .ifPresent(
                        number -> errors.require(number >= 0, FieldErrors.pointer(at, field), "must be zero or more"));
    }

    /** A text that is there is not blank and not longer. */
    static void length(Document document, String field, int most, String at, FieldErrors errors) {
        document.text(field).ifPresent(text -> {
            errors.require(!text.isBlank(), FieldErrors.pointer(at, field), "must not be blank");
            errors.require(
                    text.length() <= most, FieldErrors.pointer(at, field), "must have at most " + most + " characters");
        });
    }

    /** What the document points at is there and the same tenant's. */
    static void reference(Document document, String field, Kind kind, References references, FieldErrors errors) {
        document.text(field).ifPresent(id -> {
            var there = references
                    .find(kind, id)
                    .filter(stored -> stored.document().text("tenantId").equals(document.text("tenantId")));
            // One answer for both: whether another tenant has the id is nobody's business.
            errors.require(there.isPresent(), "/" + field, "names no " + kind.word() + " of this tenant");
        });
    }
}
