package dev.sundog.console.problem;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a request: one JSON object of bounded size, an empty one where there is no body. */
public final class HttpBody {

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private HttpBody() {}

    /**
     * The members of the object.
     *
     * @throws RefusedException if it is no JSON object or larger than 4 MiB
     */
    public static Map<String, Object> read(InputStream body) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new RefusedException(List.of(new FieldError("", "is larger than 4 MiB")));
        }
        if (bytes.length == 0) {
            return Map.of();
        }
        try {
            return Optional.ofNullable(JSON.readValue(bytes, TREE))
                    .orElseThrow(() -> new RefusedException(List.of(new FieldError("", "must be an object"))));
        } catch (JacksonException e) {
            var place = Optional.ofNullable(e.getLocation())
                    .map(at -> ", line " + at.getLineNr() + " column " + at.getColumnNr())
                    .orElse("");
            throw new RefusedException(List.of(new FieldError("", "is no JSON object" + place)));
        }
    }
}
