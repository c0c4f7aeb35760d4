package dev.sundog.routing.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The tags of a template in their order, and what is wrong with how they stand. Knows where each is, which the library that
 * fills templates in does not say; a template without problems here is one that the library takes.
 */
record Tags(List<Tag> all, List<TemplateProblem> problems) {

    Tags {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Finds them. */
    static Tags in(String template) {
        var tags = new ArrayList<Tag>();
        var problems = new ArrayList<TemplateProblem>();
        int at = template.indexOf("{{");
        while (at >= 0) {
            boolean triple = template.startsWith("{{{", at);
            var close = triple ? "}}}" : "}}";
            int end = template.indexOf(close, at);
            if (end < 0) {
                problems.add(TemplateProblem.at(template, at, "this tag has no end; close it with " + close));
                break;
            }
            int from = at + close.length();
            var tag = tag(template.substring(from, Math.max(from, end)), triple, at, end + close.length());
            tags.add(tag);
            wrong(tag, template, problems);
            at = template.indexOf("{{", tag.end());
        }
        nesting(tags, template, problems);
        return new Tags(tags, problems);
    }

    private static Tag tag(String inside, boolean triple, int start, int end) {
        var content = inside.strip();
        if (triple || content.isEmpty()) {
            return new Tag(Tag.Kind.VALUE, content, start, end);
        }
        var kind = switch (content.charAt(0)) {
            case '#' -> Tag.Kind.SECTION;
            case '^' -> Tag.Kind.INVERTED;
            case '/' -> Tag.Kind.END;
            case '!' -> Tag.Kind.COMMENT;
            case '>', '<', '$', '=', '*' -> Tag.Kind.FOREIGN;
            default -> Tag.Kind.VALUE;
        };
        boolean marked = kind != Tag.Kind.VALUE || content.charAt(0) == '&';
        return new Tag(kind, marked ? content.substring(1).strip() : content, start, end);
    }

    private static void wrong(Tag tag, String template, List<TemplateProblem> problems) {
        if (tag.kind() == Tag.Kind.COMMENT) {
            return;
        }
        if (tag.kind() == Tag.Kind.FOREIGN) {
            problems.add(TemplateProblem.at(
                    template,
                    tag.start(),
                    "partials, blocks and other delimiters are not allowed; write the text out here"));
        } else if (tag.name().isEmpty()) {
            problems.add(TemplateProblem.at(template, tag.start(), "this tag names nothing"));
        } else if (tag.name().chars().anyMatch(one -> one < ' ' || one == '{' || one == '}')) {
            problems.add(TemplateProblem.at(
                    template, tag.start(), "a name has no line break and no braces; is a }} missing before?"));
        }
    }

    private static void nesting(List<Tag> tags, String template, List<TemplateProblem> problems) {
        Deque<Tag> open = new ArrayDeque<>();
        for (var tag : tags) {
            switch (tag.kind()) {
                case SECTION, INVERTED -> open.push(tag);
                case END -> {
                    if (!open.isEmpty() && open.peek().name().equals(tag.name())) {
                        open.pop();
                    } else {
                        var expected = open.isEmpty()
                                ? "no section is open here"
                                : "the section open here is " + open.peek().name();
                        problems.add(TemplateProblem.at(
                                template, tag.start(), "{{/" + tag.name() + "}} ends nothing: " + expected));
                        return;
                    }
                }
                case VALUE, COMMENT, FOREIGN -> {}
            }
        }
        open.forEach(tag -> problems.add(TemplateProblem.at(
                template, tag.start(), "this section has no end; close it with {{/" + tag.name() + "}}")));
    }
}
