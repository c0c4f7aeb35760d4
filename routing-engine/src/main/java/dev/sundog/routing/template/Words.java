package dev.sundog.routing.template;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text from outside, made fit to be shown: no control characters, no half characters, nothing that turns the direction of what
 * follows, and bounded.
 */
final class Words {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String MARK = "…";

    private Words() {}

    /** The text in one line, cut where it is longer than the limit in chars. */
    static String line(String text, int limit) {
        if (text.length() <= limit && simple(text)) {
            return text;
        }
        return cut(SPACES.matcher(clean(bounded(text, limit))).replaceAll(" ").strip(), limit);
    }

    /** The text with its line breaks; what is longer than the limit in chars is cut and says how long the whole is. */
    static String lines(String text, int limit, Voice voice) {
        var clean = clean(text).strip();
        if (clean.length() <= limit) {
            return clean;
        }
        return cut(clean, limit) + "\n(cut here: " + voice.number(clean.length()) + " characters in all)";
    }

    /**
     * The text, ending with an ellipsis where it is longer. Never cuts in two what readers see as one character.
     *
     * @param limit longest result, in chars, above one
     */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // A window is enough, and a letter with a thousand accents is cut after all.
        int from = Math.max(0, limit - 1 - 64);
        characters.setText(text.substring(from, Math.min(text.length(), limit + 64)));
        int end = from + characters.preceding(limit - from);
        if (end <= from) {
            end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        }
        return text.substring(0, end).stripTrailing() + MARK;
    }

    /** What of a text can show in so many chars of one line: a megabyte need not be cleaned for a cell. */
    private static String bounded(String text, int limit) {
        int most = limit * 8;
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** True for the usual case: one line, printable, single spaces between words. */
    private static boolean simple(String text) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (!plain(one) || one == '\n' || (one == ' ' && before == ' ')) {
                return false;
            }
            before = one;
        }
        return before != ' ' || text.isEmpty();
    }

    static String clean(String text) {
        int at = 0;
        while (at < text.length() && plain(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text : cleaned(text, at);
    }

    private static boolean plain(char one) {
        return (one >= ' ' && one < 0x7f) || one == '\n' || (one >= 0xa0 && one < 0x2000);
    }

    private static String cleaned(String text, int from) {
        var clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int one = text.codePointAt(at);
            switch (one) {
                case '\r' -> {
                    if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
                        clean.append('\n');
                    }
                }
                case '\n', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> clean.append('\n');
                default -> append(clean, one);
            }
        }
        return clean.toString();
    }

    private static void append(StringBuilder clean, int one) {
        if (Character.isISOControl(one)) {
            clean.append(' ');
        } else if (Character.getType(one) == Character.SURROGATE || (one & 0xFFFE) == 0xFFFE) {
            clean.append('\uFFFD');
        } else if (!hidden(one)) {
            clean.appendCodePoint(one);
        }
    }

    /** Embeddings, overrides and isolates of direction, the byte order mark, and annotations between lines. */
    private static boolean hidden(int one) {
        return (one >= 0x202A && one <= 0x202E)
                || (one >= 0x2066 && one <= 0x2069)
                || one == 0xFEFF
                || (one >= 0xFFF9 && one <= 0xFFFB);
    }
}
