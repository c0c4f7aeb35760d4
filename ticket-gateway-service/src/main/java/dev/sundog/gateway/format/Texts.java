package dev.sundog.gateway.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What texts may hold. */
final class Texts {

    private Texts() {}

    /** What is wrong with a text that may have several lines. */
    static Optional<String> faultInLines(String text, int max) {
        return text.isBlank() ? Optional.of("must not be blank") : faultInCharacters(text, max);
    }

    /** What is wrong with the value of a label; nothing to say is a value, too. */
    static Optional<String> faultInLabel(String text) {
        return faultInCharacters(text, Limits.LABEL_VALUE);
    }

    /** What is wrong with a text that must stand in one line. */
    static Optional<String> faultInLine(String text, int max) {
        return faultInLines(text, max)
                .or(() -> text.chars().anyMatch(Character::isISOControl)
                        ? Optional.of("must be one line, without control characters")
                        : Optional.empty());
    }

    /** What is wrong with an address. */
    static Optional<String> faultInUrl(String text) {
        return faultInLine(text, Limits.URL)
                .or(() -> isWebAddress(text) ? Optional.empty() : Optional.of("must be an absolute http or https URL"));
    }

    /** Makes one line of a text that its sender cannot be asked to change. */
    static String line(String text, int max) {
        return cut(clean(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), max);
    }

    /** Takes out what no reader can hold. */
    static String clean(String text) {
        return text.replace("\0", "")
                .codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Cuts a text to a length, with an ellipsis as the last character if anything is missing. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }

    private static Optional<String> faultInCharacters(String text, int max) {
        if (text.length() > max) {
            return Optional.of("is too long: " + text.length() + " characters; allowed: " + max);
        }
        // Databases and XML downstream cannot hold them.
        return text.indexOf('\0') >= 0 || hasLoneSurrogate(text)
                ? Optional.of("must not hold U+0000 or half a surrogate pair")
                : Optional.empty();
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
