package dev.sundog.gateway.intake;

import dev.sundog.gateway.intake.JsonBody.Item;
import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.problem.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Parses bodies. Strict: no twice-named fields, nothing after the value, bounded depth. */
final class HttpJson {

    private static final int DEPTH = 64;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final int maxItems;

    /**
     * Parses arrays up to a length.
     *
     * @param maxItems most items of an array
     */
    HttpJson(int maxItems) {
        this.maxItems = maxItems;
    }

    /**
     * Parses a body. A top-level array is measured item by item.
     *
     * @throws HttpProblemException if it is not JSON, or has too many items
     */
    JsonBody parse(byte[] body) {
        try (var parser = factory.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() == null) {
                throw malformed("The body is empty.");
            }
            var parsed = parser.currentToken() == JsonToken.START_ARRAY ? many(parser) : new JsonBody.One(item(parser));
            if (parser.nextToken() != null) {
                throw malformed("There is more after the end of the value.", parser);
            }
            return parsed;
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw malformed(
                    where == null
                            ? "The body is not JSON."
                            : "Line " + where.getLineNr() + ", column " + where.getColumnNr() + ": "
                                    + firstLine(e.getOriginalMessage()));
        }
    }

    private JsonBody many(JsonParser parser) {
        var items = new ArrayList<Item>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == maxItems) {
                throw new HttpProblemException(Problem.of(
                        ProblemType.TOO_MANY_EVENTS,
                        "At most " + maxItems + " events in one array; send the rest in further requests."));
            }
            items.add(item(parser));
        }
        return new JsonBody.Many(items);
    }

    private static Item item(JsonParser parser) {
        long start = parser.currentTokenLocation().getByteOffset();
        var value = value(parser);
        return new Item(value, parser.currentLocation().getByteOffset() - start);
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                var array = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> null;
        };
    }

    private static HttpProblemException malformed(String detail, JsonParser parser) {
        var where = parser.currentTokenLocation();
        return malformed("Line " + where.getLineNr() + ", column " + where.getColumnNr() + ": " + detail);
    }

    private static HttpProblemException malformed(String detail) {
        return new HttpProblemException(Problem.of(ProblemType.MALFORMED_JSON, detail));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("not JSON");
    }
}
