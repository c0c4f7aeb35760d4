package dev.sundog.local.apply;

import dev.sundog.local.terminal.CommandFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts values for {@code ${NAME}} and {@code ${NAME:-otherwise}} into texts, so that secrets need not stand in files. */
public final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    private final Source source;

    Variables(Source source) {
        this.source = source;
    }

    JsonNode replaceIn(JsonNode node, String place) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                node.properties().forEach(field -> copy.set(field.getKey(), replaceIn(field.getValue(), place)));
                yield copy;
            }
            case ARRAY -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> copy.add(replaceIn(element, place)));
                yield copy;
            }
            case STRING -> JsonNodeFactory.instance.stringNode(replaceIn(node.asString(), place));
            default -> node;
        };
    }

    private String replaceIn(String text, String place) {
        return REFERENCE.matcher(text).replaceAll(match -> {
            var value = source.value(match.group(1)).or(() -> Optional.ofNullable(match.group(2)));
            return Matcher.quoteReplacement(value.orElseThrow(
                    () -> new CommandFailure(place + ": the variable " + match.group(1) + " is not set")));
        });
    }

    /** Knows variables, the environment for example. */
    public interface Source {

        Optional<String> value(String name);
    }
}
