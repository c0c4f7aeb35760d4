package dev.sundog.routing.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says for people what is wrong with one expression: the place, what is wrong, and what is allowed. */
final class CelProblems {

    private static final int LONGEST = 400;
    private static final Set<CelErrorCode> MISSING =
            Set.of(CelErrorCode.ATTRIBUTE_NOT_FOUND, CelErrorCode.INDEX_OUT_OF_BOUNDS);
    private static final Pattern FACT = Pattern.compile("(?:event|organization|time|lookups|parents)(?:\\.\\w+)?");
    private static final Pattern RUN = Pattern.compile("evaluation error(?: at [^:]*:(\\d+))?: (.*)", Pattern.DOTALL);
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

    private final String source;
    private final List<String> facts;

    CelProblems(String source, Collection<String> facts) {
        this.source = source;
        this.facts = List.copyOf(facts);
    }

    /** Of an expression that does not compile. */
    String of(CelValidationException invalid) {
        var texts = invalid.getErrors().stream()
                .sorted(Comparator.comparing(CelIssue::getSourceLocation))
                .map(this::text)
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
        return cut(oneLine(texts.isEmpty() ? String.valueOf(invalid.getMessage()) : texts), LONGEST * 2);
    }

    /** Of an expression that cannot be evaluated. Says nothing of the event's texts beyond the name of a missing key. */
    String of(Exception failed) {
        var message = String.valueOf(failed.getMessage());
        var found = RUN.matcher(message);
        if (!found.matches()) {
            return cut(oneLine(message), LONGEST);
        }
        var offset = found.group(1);
        var at = offset == null ? "" : place(Integer.parseInt(offset)) + ": ";
        if (failed instanceof CelEvaluationException missing && MISSING.contains(missing.getErrorCode())) {
            return at + "there is no entry " + cut(oneLine(found.group(2)), 60)
                    + "; read what may be missing as [?...].orValue(...)";
        }
        var cause = failed.getCause();
        // CEL repeats the arguments of a function that failed, which are the event's.
        var why = cause != null && found.group(2).startsWith("Function '")
                ? String.valueOf(cause.getMessage())
                : found.group(2);
        return cut(oneLine(at + unquoted(why)), LONGEST);
    }

    /** The type of what an expression gives, for people. */
    static String words(CelType type) {
        return switch (type) {
            case ListType list -> "a list" + (list.hasElemType() ? " (" + words(list.elemType()) + ")" : "");
            case MapType _ -> "a map";
            case OptionalType optional ->
                "an optional (" + words(optional.parameters().getFirst()) + ")";
            case SimpleType simple when simple.equals(SimpleType.BOOL) -> "true or false";
            case SimpleType simple when simple.equals(SimpleType.STRING) -> "a text";
            case SimpleType simple when simple.equals(SimpleType.INT) -> "a whole number";
            case SimpleType simple when simple.equals(SimpleType.DOUBLE) -> "a decimal number";
            default -> type.name();
        };
    }

    static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) > limit
                ? text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…"
                : text;
    }

    private String text(CelIssue issue) {
        var at = issue.getSourceLocation();
        int column = Math.max(0, at.getColumn());
        return "line " + Math.max(1, at.getLine()) + ", column " + (column + 1) + ": " + why(issue, column);
    }

    private String why(CelIssue issue, int column) {
        var message = issue.getMessage();
        var undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches() && called(issue.getSourceLocation().getLine(), column)) {
            return "there is no function " + undeclared.group(1);
        }
        if (undeclared.matches()) {
            return unknown(undeclared.group(1), fact(issue.getSourceLocation().getLine(), column));
        }
        var overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return "there is no " + operator(overload.group(1)) + " for " + overload.group(2);
        }
        // The parser lists every sign that could stand there.
        var parsed = message.replaceFirst(" expecting .*", "");
        return parsed.replace("mismatched input '<EOF>'", "it ends too early")
                .replace("mismatched input", "unexpected");
    }

    private String unknown(String name, Optional<String> fact) {
        if (fact.isEmpty()) {
            return "there is no " + name + "; facts begin with event, organization, parents, time or lookups";
        }
        var root = fact.get().replaceFirst("\\..*", "");
        var allowed = facts.stream()
                .filter(known -> known.equals(root) || known.startsWith(root + "."))
                .collect(Collectors.joining(", "));
        return "there is no fact " + fact.get() + "; allowed: " + (allowed.isEmpty() ? "none" : allowed);
    }

    /** The dotted name at a place, which CEL calls by its first part alone. */
    private Optional<String> fact(int line, int column) {
        var found = FACT.matcher(rest(line, column));
        return found.lookingAt() ? Optional.of(found.group()) : Optional.empty();
    }

    private boolean called(int line, int column) {
        return rest(line, column).startsWith("(");
    }

    /** What follows in a line from a column on. */
    private String rest(int line, int column) {
        var lines = source.lines().toList();
        if (line < 1 || line > lines.size()) {
            return "";
        }
        var text = lines.get(line - 1);
        return column <= text.codePointCount(0, text.length())
                ? text.substring(text.offsetByCodePoints(0, column))
                : "";
    }

    private static String operator(String function) {
        var operator = function.replace("_", "");
        return function.contains("_") && !operator.isEmpty() ? "operator " + operator : "function " + function;
    }

    /** Line and column, from 1, of an offset in code points. */
    private String place(int offset) {
        int line = 1;
        int column = 1;
        var points = source.codePoints().limit(offset).toArray();
        for (int point : points) {
            line = point == '\n' ? line + 1 : line;
            column = point == '\n' ? 1 : column + 1;
        }
        return "line " + line + ", column " + column;
    }

    /** Java's own messages quote the text that they could not read. */
    private static String unquoted(String message) {
        return message.replaceFirst("(?s)For input string: .*", "the text is no number")
                .replaceFirst("(?s)Text '.*' could not", "the text could not");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
