package dev.sundog.gateway.settings;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation names its topics.
 *
 * @param prefix put before every name; may be empty
 */
@ConfigurationProperties(prefix = "sundog.topics", ignoreUnknownFields = false)
public record TopicsProperties(@DefaultValue("") String prefix) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9-]{0,100}");

    public TopicsProperties {
        if (!ALLOWED.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "sundog.topics.prefix may hold letters, digits and hyphens, at most 100: " + prefix);
        }
    }
}
