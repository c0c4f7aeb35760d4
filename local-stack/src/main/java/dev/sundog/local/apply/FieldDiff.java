package dev.sundog.local.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is different between two documents, a line for each place: {@code + pointer: value} where something comes, {@code -} where
 * it goes, {@code ~} where it changes. Members of lists are told apart by their ids where they have any, so that a rule put first
 * does not make every rule look changed.
 */
final class FieldDiff {

    private static final int SHOWN = 300;

    private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|api_?key");

    private final List<String> lines = new ArrayList<>();

    private FieldDiff() {}

    static List<String> between(JsonNode before, JsonNode after) {
        var diff = new FieldDiff();
        diff.compare("", before, after);
        return List.copyOf(diff.lines);
    }

    private void compare(String at, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isMissingNode()) {
            lines.add("+ " + at + ": " + shown(at, after));
        } else if (after.isMissingNode()) {
            lines.add("- " + at + ": " + shown(at, before));
        } else if (before.isObject() && after.isObject()) {
            var names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(at + "/" + escaped(name), before.path(name), after.path(name)));
        } else if (before.isArray() && after.isArray()) {
            members(at, before, after);
        } else {
            lines.add("~ " + at + ": " + shown(at, before) + " -> " + shown(at, after));
        }
    }

    private void members(String at, JsonNode before, JsonNode after) {
        if (!haveIds(before) || !haveIds(after)) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(at + "/" + i, before.path(i), after.path(i));
            }
            return;
        }
        var old = places(before);
        var now = places(after);
        old.forEach((id, place) -> {
            if (!now.containsKey(id)) {
                lines.add("- " + at + "/" + place + " (" + id + "): " + shown(at, before.get(place)));
            }
        });
        now.forEach((id, place) -> {
            var was = old.get(id);
            if (was == null) {
                lines.add("+ " + at + "/" + place + " (" + id + "): " + shown(at, after.get(place)));
            } else {
                compare(at + "/" + place, before.get(was), after.get(place));
            }
        });
        var oldOrder = old.keySet().stream().filter(now::containsKey).toList();
        var newOrder = now.keySet().stream().filter(old::containsKey).toList();
        if (!oldOrder.equals(newOrder)) {
            lines.add("~ " + at + ": order " + String.join(", ", oldOrder) + " -> " + String.join(", ", newOrder));
        }
    }

    private static boolean haveIds(JsonNode list) {
        return members(list).allMatch(member -> member.path("id").isString())
                && places(list).size() == list.size();
    }

    private static Map<String, Integer> places(JsonNode list) {
        var places = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < list.size(); i++) {
            places.put(list.get(i).path("id").asString(""), i);
        }
        return places;
    }

    private static Stream<JsonNode> members(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** A secret that stands in a wrong place must not be told to a build server's log, either. */
    private static String shown(String at, JsonNode value) {
        if (SECRET.matcher(at.substring(at.lastIndexOf('/') + 1)).find()) {
            return "(not shown)";
        }
        var text = value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
