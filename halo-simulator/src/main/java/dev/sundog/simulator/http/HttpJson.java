package dev.sundog.simulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON to plain maps and lists and back; without the data binding, which would double the time to start. */
public final class HttpJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private HttpJson() {}

    /**
     * Reads one JSON value; nulls in it are left out, since Halo takes them as not given.
     *
     * @throws IllegalArgumentException if it is not JSON, with the reason
     */
    public static Object read(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("Additional text encountered after finished reading JSON content.");
            }
            return value == null ? Map.of() : value;
        } catch (JacksonException e) {
            // The parser's own words name its settings; the place is what helps.
            throw new IllegalArgumentException(
                    "Unexpected character or end encountered while parsing JSON." + place(e.getLocation()), e);
        }
    }

    /** What breaks a limit of the parser, such as its depth, has no place. */
    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? "" : " Line %d, position %d.".formatted(at.getLineNr(), at.getColumnNr());
    }

    /** The value as JSON. */
    public static String text(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(generator, value);
        }
        return bytes.toByteArray();
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw new IllegalArgumentException("Unexpected end of JSON content.");
        };
    }

    private static Number number(JsonParser parser) {
        Number number = parser.getNumberValue();
        if (number instanceof Double real && !Double.isFinite(real)) {
            throw new IllegalArgumentException("JSON number " + parser.getString() + " is too large for a Double.");
        }
        return number;
    }

    private static Map<String, Object> map(JsonParser parser) {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (value != null) {
                map.put(name, value);
            }
        }
        return map;
    }

    private static List<Object> list(JsonParser parser) {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(parser);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private static void write(JsonGenerator generator, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                generator.writeStartObject();
                map.forEach((name, inner) -> {
                    generator.writeName(String.valueOf(name));
                    write(generator, inner);
                });
                generator.writeEndObject();
            }
            case List<?> list -> {
                generator.writeStartArray();
                list.forEach(inner -> write(generator, inner));
                generator.writeEndArray();
            }
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Number number -> generator.writeNumber(number.toString());
            case Boolean flag -> generator.writeBoolean(flag);
            default -> generator.writeString(value.toString());
        }
    }
}
