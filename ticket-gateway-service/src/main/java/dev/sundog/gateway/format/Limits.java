package dev.sundog.gateway.format;

/** How long things may be, in characters or entries. They keep one event far below what the broker takes. */
final class Limits {

    static final int ID = 255;
    static final int TITLE = 1_000;
    static final int SHORT_TEXT = 255;
    static final int LONG_TEXT = 32_000;
    static final int URL = 2_048;
    static final int LABEL_VALUE = 4_000;
    static final int LABELS = 100;
    static final int RESOURCES = 100;
    static final int LINKS = 50;
    static final int ERRORS = 100;

    private Limits() {}
}
