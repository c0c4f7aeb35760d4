package dev.sundog.simulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON to plain maps and lists and back. */
final class HttpJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private HttpJson() {}

    /**
     * Reads one JSON value; nulls in it are left out, since Halo takes them as not given.
     *
     * @throws IllegalArgumentException if it is not JSON, with the reason
     */
    static Object read(byte[] json) {
        try {
            Object value = withoutNulls(MAPPER.readValue(json, Object.class));
            return value == null ? Map.of() : value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    private static @Nullable Object withoutNulls(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> clean = new LinkedHashMap<>();
                map.forEach((key, inner) -> {
                    Object kept = withoutNulls(inner);
                    if (kept != null) {
                        clean.put(String.valueOf(key), kept);
                    }
                });
                yield clean;
            }
            case List<?> list -> {
                List<Object> clean = new ArrayList<>();
                for (Object inner : list) {
                    Object kept = withoutNulls(inner);
                    if (kept != null) {
                        clean.add(kept);
                    }
                }
                yield clean;
            }
            case null -> null;
            default -> value;
        };
    }
}
