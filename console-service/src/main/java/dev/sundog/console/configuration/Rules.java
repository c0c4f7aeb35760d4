package dev.sundog.console.configuration;

import dev.sundog.console.problem.FieldErrors;

/** What one kind of document must hold to beyond its shape. */
interface Rules {

    /**
     * Checks a document and brings it into its one form.
     *
     * @param errors gets everything that is wrong; what its shape already lacks is there and not said again
     */
    Document check(Document document, References references, FieldErrors errors);
}
