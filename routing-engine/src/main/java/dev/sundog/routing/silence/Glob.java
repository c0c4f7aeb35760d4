package dev.sundog.routing.silence;

/** A text in which {@code *} stands for any run of characters, none included. Takes time by the product of both lengths at worst. */
final class Glob {

    private final String pattern;

    Glob(String pattern) {
        this.pattern = pattern;
    }

    /** True for a pattern that one text alone fits: itself. */
    static boolean exact(String pattern) {
        return pattern.indexOf('*') < 0;
    }

    /** True when the whole text fits. */
    boolean fits(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                // The last star takes one more: earlier ones need never be tried again.
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
