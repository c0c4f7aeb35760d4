package dev.sundog.console.topics;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the installation calls its topics.
 *
 * @param prefix what stands before every topic's name; letters, digits, hyphens
 */
@ConfigurationProperties(prefix = "sundog.topics", ignoreUnknownFields = false)
public record TopicsProperties(@DefaultValue("") String prefix) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9-]{0,100}");

    public TopicsProperties {
        if (!ALLOWED.matcher(prefix).matches()) {
            throw new IllegalArgumentException("sundog.topics.prefix must match " + ALLOWED.pattern() + ": " + prefix);
        }
    }
}
