package dev.sundog.routing.template;

/**
 * One tag of a template.
 *
 * @param start where its braces begin in the template, in chars
 * @param end just behind its braces
 */
record Tag(Kind kind, String name, int start, int end) {

    /** What a tag does. */
    enum Kind {
        /** Shows a fact. */
        VALUE,
        /** Begins what is there for each element of a fact, or once if it is there. */
        SECTION,
        /** Begins what is there if a fact is not. */
        INVERTED,
        /** Ends either. */
        END,
        /** Says something to readers of the template. */
        COMMENT,
        /** Something of Mustache that templates of tickets do not have, such as a partial. */
        FOREIGN
    }
}
