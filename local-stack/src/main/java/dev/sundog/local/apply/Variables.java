package dev.sundog.local.apply;

import dev.sundog.local.terminal.CommandFailure;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts values for {@code ${NAME}} and {@code ${NAME:-otherwise}} into texts, so that secrets need not stand in files. A second
 * dollar sign before them leaves the text as it reads without it.
 */
public final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    private final Source source;
    private final Absent absent;

    Variables(Source source, Absent absent) {
        this.source = source;
        this.absent = absent;
    }

    /** The same texts, written so that reading them gives back what they are now. */
    static JsonNode escaped(JsonNode node) {
        return inTexts(node, text -> text.replace("${", "$${"));
    }

    JsonNode replaceIn(JsonNode node, String place) {
        return inTexts(
                node,
                text -> REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match, place))));
    }

    private String value(MatchResult match, String place) {
        @Nullable String name = match.group(1);
        if (name == null) {
            return "${";
        }
        return source.value(name)
                .or(() -> Optional.ofNullable(match.group(2)))
                .orElseGet(() -> absent.value(name, place));
    }

    private static JsonNode inTexts(JsonNode node, UnaryOperator<String> change) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                node.properties().forEach(field -> copy.set(field.getKey(), inTexts(field.getValue(), change)));
                yield copy;
            }
            case ARRAY -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> copy.add(inTexts(element, change)));
                yield copy;
            }
            case STRING -> JsonNodeFactory.instance.stringNode(change.apply(node.asString()));
            default -> node;
        };
    }

    /** Knows variables, the environment for example. */
    public interface Source {

        Optional<String> value(String name);
    }

    /** Says what stands for a variable that has no value. */
    public interface Absent {

        /** Nothing does: the file cannot be used without it. */
        Absent REFUSED = (name, place) -> {
            throw new CommandFailure(place + ": the variable " + name + " is not set; set it, write ${" + name
                    + ":-otherwise}, or $${" + name + "} if the text itself is meant");
        };

        /**
         * What stands for it.
         *
         * @param place file and document, for people
         */
        String value(String name, String place);
    }
}
