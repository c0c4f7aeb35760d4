package dev.sundog.console.configuration;

import dev.sundog.console.problem.FieldErrors;
import java.util.Map;

/** Reads what a caller sent into the shape of one kind. */
interface DocumentReader {

    /**
     * The document, in the shape's order of fields and with its defaults.
     *
     * @param given as the caller sent it; a null counts as absent
     * @param errors gets everything that does not fit; the document then lacks it
     */
    Document read(Kind kind, Map<String, ?> given, FieldErrors errors);
}
