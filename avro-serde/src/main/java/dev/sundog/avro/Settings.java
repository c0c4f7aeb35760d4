package dev.sundog.avro;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;

/** The properties a client was configured with, read by name. Messages name the property, never the value of a secret. */
record Settings(Map<String, ?> values) {

    static final String REGISTRY_URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String LATEST_STRICT = "latest.compatibility.strict";
    static final String NORMALIZE = "normalize.schemas";
    static final String REMOVE_JAVA = "avro.remove.java.properties";
    static final String SPECIFIC = "specific.avro.reader";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    /** Ours: further packages whose generated classes may be read, separated by commas. */
    static final String TRUSTED_PACKAGES = "sundog.avro.trusted.packages";

    Optional<String> text(String name) {
        Object value = values.get(name);
        return value == null
                ? Optional.empty()
                : Optional.of(value.toString().trim()).filter(text -> !text.isEmpty());
    }

    List<String> list(String name) {
        Object value = values.get(name);
        Stream<?> parts = value instanceof List<?> list
                ? list.stream()
                : Stream.of(value == null ? new String[0] : value.toString().split(",", -1));
        return parts.map(part -> part.toString().trim())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    boolean flag(String name, boolean otherwise) {
        String text = text(name).orElse(Boolean.toString(otherwise));
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw new ConfigException(name, text, "must be true or false");
    }

    Duration millis(String name, Duration otherwise) {
        String text = text(name).orElse(Long.toString(otherwise.toMillis()));
        try {
            long millis = Long.parseLong(text);
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException refused) {
            // Told below, with the range.
        }
        throw new ConfigException(name, text, "must be a number of milliseconds above zero");
    }

    /** Leaves the values out: some are secrets. */
    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
