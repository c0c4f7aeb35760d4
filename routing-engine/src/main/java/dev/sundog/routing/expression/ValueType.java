package dev.sundog.routing.expression;

/** What an expression has to give. */
public enum ValueType {
    /** True or false. */
    TRUTH("true or false"),
    /** A text; the empty one for none. */
    TEXT("a text"),
    /** A whole number; zero for none. */
    NUMBER("a whole number"),
    /** A list of whole numbers; the empty one for none. */
    NUMBERS("a list of whole numbers");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    /** The type for people. */
    public String words() {
        return words;
    }
}
