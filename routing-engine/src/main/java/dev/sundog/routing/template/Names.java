package dev.sundog.routing.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that templates may use: which there are at the top, and which within the lists. */
final class Names {

    /** Begins the name of a label, whose rest is free. */
    static final String LABEL = "label.";

    static final Set<String> TEXTS = Set.of(
            "kind",
            "eventId",
            "source",
            "organizationId",
            "dedupKey",
            "status",
            "severity",
            "title",
            "description",
            "category",
            "occurredAt",
            "occurredAtIso",
            "rationale",
            "remediation",
            "saving",
            "savingAmount",
            "savingCurrency",
            "savingPeriod",
            "requestedBy",
            "requestedByEmail",
            "resourceCount",
            "resourcesLeftOut",
            "labelsLeftOut",
            "linksLeftOut");

    static final Map<String, Set<String>> LISTS = Map.of(
            "resources", Set.of("id", "type", "name", "url"),
            "labels", Set.of("name", "value"),
            "links", Set.of("href", "text"),
            "timeline", Set.of("at", "what"));

    static final Set<String> FLAGS = Set.of(
            "is.alert",
            "is.recommendation",
            "is.over",
            "is.critical",
            "is.high",
            "is.medium",
            "is.low",
            "is.info",
            "is.oneTime",
            "is.monthly",
            "is.yearly");

    private static final Set<String> PLACES = Set.of("-first", "-last", "-index");

    private Names() {}

    /** What is wrong with the names in a template whose tags stand well. */
    static List<TemplateProblem> problems(String template, Tags tags) {
        var problems = new ArrayList<TemplateProblem>();
        Deque<String> sections = new ArrayDeque<>();
        for (var tag : tags.all()) {
            switch (tag.kind()) {
                case VALUE -> value(tag, sections, template, problems);
                case SECTION, INVERTED -> {
                    section(tag, sections, template, problems);
                    sections.push(tag.name());
                }
                case END -> sections.pop();
                case COMMENT, FOREIGN -> {}
            }
        }
        return problems;
    }

    private static void value(Tag tag, Deque<String> sections, String template, List<TemplateProblem> problems) {
        var name = tag.name();
        if (FLAGS.contains(name) || LISTS.containsKey(name)) {
            var right = "{{#" + name + "}}…{{/" + name + "}}";
            problems.add(TemplateProblem.at(template, tag.start(), name + " is no text; use it as " + right));
        } else if (!text(name, sections)) {
            problems.add(unknown(tag, sections, template));
        }
    }

    private static void section(Tag tag, Deque<String> sections, String template, List<TemplateProblem> problems) {
        var name = tag.name();
        boolean known = FLAGS.contains(name) || LISTS.containsKey(name) || text(name, sections);
        if (!known) {
            problems.add(unknown(tag, sections, template));
        }
    }

    private static boolean text(String name, Deque<String> sections) {
        if (TEXTS.contains(name) || (name.startsWith(LABEL) && name.length() > LABEL.length())) {
            return true;
        }
        if (name.equals(".") || name.equals("this")) {
            return !sections.isEmpty() && TEXTS.contains(sections.peek());
        }
        return sections.stream().filter(LISTS::containsKey).anyMatch(list -> element(list, name));
    }

    private static boolean element(String list, String name) {
        return PLACES.contains(name) || LISTS.getOrDefault(list, Set.of()).contains(name);
    }

    private static TemplateProblem unknown(Tag tag, Deque<String> sections, String template) {
        var allowed = new TreeSet<>(TEXTS);
        allowed.addAll(LISTS.keySet());
        allowed.add(LABEL + "NAME");
        sections.stream().filter(LISTS::containsKey).forEach(list -> {
            allowed.addAll(LISTS.getOrDefault(list, Set.of()));
            allowed.addAll(PLACES);
        });
        if (tag.kind() != Tag.Kind.VALUE) {
            allowed.addAll(FLAGS);
        }
        var names = allowed.stream().collect(Collectors.joining(", "));
        return TemplateProblem.at(template, tag.start(), "no such name: " + tag.name() + "; allowed here: " + names);
    }
}
