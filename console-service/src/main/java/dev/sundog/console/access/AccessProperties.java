package dev.sundog.console.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is served.
 *
 * @param token what callers must show; where absent, only callers on this machine are served. At least 16 characters; never
 *     logged
 */
@ConfigurationProperties(prefix = "sundog.console", ignoreUnknownFields = false)
public record AccessProperties(@Nullable String token) {

    private static final int SHORTEST = 16;

    public AccessProperties {
        token = Optional.ofNullable(token).filter(given -> !given.isBlank()).orElse(null);
        if (token != null && token.length() < SHORTEST) {
            throw new IllegalArgumentException("sundog.console.token must have at least " + SHORTEST + " characters");
        }
    }

    @Override // leaves the token out
    public String toString() {
        return "AccessProperties[token=" + (token == null ? "none" : "set") + "]";
    }
}
