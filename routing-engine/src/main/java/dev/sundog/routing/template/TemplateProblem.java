package dev.sundog.routing.template;

/**
 * What is wrong with a template, and where.
 *
 * @param line from 1
 * @param column from 1, in chars
 * @param what to change, in words for the person who wrote the template
 */
public record TemplateProblem(int line, int column, String what) {

    static TemplateProblem at(String template, int offset, String what) {
        var before = template.substring(0, offset);
        int line = (int) before.chars().filter(one -> one == '\n').count() + 1;
        return new TemplateProblem(line, offset - before.lastIndexOf('\n'), what);
    }

    /** For example {@code line 2, column 7: no such name: tilte}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + what;
    }
}
