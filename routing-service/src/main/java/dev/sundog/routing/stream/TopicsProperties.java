package dev.sundog.routing.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topics are called here.
 *
 * @param prefix what stands before every topic's name; empty for none
 */
@ConfigurationProperties(prefix = "sundog.topics", ignoreUnknownFields = false)
public record TopicsProperties(@DefaultValue("") String prefix) {

    public TopicsProperties {
        if (!prefix.matches("[a-zA-Z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "sundog.topics.prefix must be letters, digits, hyphens and underscores: " + prefix);
        }
    }
}
