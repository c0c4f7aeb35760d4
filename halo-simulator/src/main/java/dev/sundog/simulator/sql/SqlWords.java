package dev.sundog.simulator.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query, one after the other. */
final class SqlWords {

    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:--[^\\n]*\\n|N?'(?<text>(?:[^']++|'')*+)'|(?<number>-?\\d+(?:\\.\\d+)?)|\\[(?<quoted>[^]]+)]"
                    + "|(?<name>[@#\\w]+)|(?<sign><>|!=|<=|>=|[=<>(),.*;+]))");

    /** One word: its text and what it is. */
    record Word(Kind kind, String text) {}

    /** What a word is. */
    enum Kind {
        TEXT,
        NUMBER,
        NAME,
        SIGN
    }

    private final List<Word> words;
    private int next;

    private SqlWords(List<Word> words) {
        this.words = words;
    }

    static SqlWords of(String sql) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(sql);
        int end = 0;
        String rest = sql.stripTrailing();
        while (end < rest.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new SqlException("The simulator does not understand the query at: " + around(rest, end));
            }
            word(matcher).ifPresent(words::add);
            end = matcher.end();
        }
        return new SqlWords(words);
    }

    /** Takes the word if it comes next, whatever its case; not if it is a text in quotation marks. */
    boolean take(String wanted) {
        boolean found = is(wanted);
        if (found) {
            next++;
        }
        return found;
    }

    boolean is(String wanted) {
        return next < words.size()
                && words.get(next).kind() != Kind.TEXT
                && words.get(next).text().equalsIgnoreCase(wanted);
    }

    void expect(String wanted) {
        if (!take(wanted)) {
            throw unexpected("expected " + wanted);
        }
    }

    boolean isAnyOf(String... wanted) {
        for (String one : wanted) {
            if (is(one)) {
                return true;
            }
        }
        return false;
    }

    boolean isKind(Kind kind) {
        return next < words.size() && words.get(next).kind() == kind;
    }

    Word take() {
        if (next >= words.size()) {
            throw unexpected("something is missing");
        }
        return words.get(next++);
    }

    /** A name, in small letters. */
    String takeName() {
        if (!isKind(Kind.NAME)) {
            throw unexpected("expected a name");
        }
        return take().text().toLowerCase(Locale.ROOT);
    }

    boolean atEnd() {
        return next >= words.size();
    }

    int place() {
        return next;
    }

    /** How a column that was just taken is written, after its last point; empty if it was more than a column. */
    Optional<String> nameSince(int start) {
        boolean column = next > start
                && words.subList(start, next).stream()
                        .allMatch(
                                word -> word.kind() == Kind.NAME || word.text().equals("."));
        return column ? Optional.of(words.get(next - 1).text()) : Optional.empty();
    }

    SqlException unexpected(String what) {
        String near = next < words.size() ? "near '" + words.get(next).text() + "'" : "at the end";
        return new SqlException("The simulator does not understand the query " + near + ": " + what);
    }

    private static Optional<Word> word(Matcher matcher) {
        if (matcher.group("text") != null) {
            return Optional.of(new Word(Kind.TEXT, matcher.group("text").replace("''", "'")));
        }
        if (matcher.group("number") != null) {
            return Optional.of(new Word(Kind.NUMBER, matcher.group("number")));
        }
        if (matcher.group("sign") != null) {
            return Optional.of(new Word(Kind.SIGN, matcher.group("sign")));
        }
        String name = matcher.group("quoted") == null ? matcher.group("name") : matcher.group("quoted");
        return name == null ? Optional.empty() : Optional.of(new Word(Kind.NAME, name));
    }

    private static String around(String sql, int place) {
        return sql.substring(place, Math.min(sql.length(), place + 20)).strip();
    }
}
