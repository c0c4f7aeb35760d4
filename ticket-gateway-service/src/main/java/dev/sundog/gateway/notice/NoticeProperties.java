package dev.sundog.gateway.notice;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose webhooks are taken.
 *
 * @param hooks one for each connection; none where it is empty
 * @param answerWithin longest wait for the broker, above zero
 */
@ConfigurationProperties(prefix = "sundog.notices", ignoreUnknownFields = false)
public record NoticeProperties(
        @DefaultValue List<Hook> hooks,
        @DefaultValue("1800ms") Duration answerWithin) {

    public NoticeProperties {
        hooks = List.copyOf(hooks);
        hooks.stream()
                .collect(Collectors.groupingBy(Hook::connectionId, Collectors.counting()))
                .forEach((connectionId, count) -> {
                    if (count > 1) {
                        throw new IllegalArgumentException(
                                "sundog.notices.hooks: two hooks have the same connection-id: " + connectionId);
                    }
                });
        if (!answerWithin.isPositive()) {
            throw new IllegalArgumentException("sundog.notices.answer-within must be above zero: " + answerWithin);
        }
    }

    /**
     * The webhook of one connection.
     *
     * @param connectionId the connection, as it stands in the webhook's address
     * @param tenantId whose it is
     * @param user the name that Halo sends
     * @param passwordHash {@code sha256:} and the hexadecimal SHA-256 of the password's UTF-8 bytes; never logged
     */
    public record Hook(String connectionId, String tenantId, String user, String passwordHash) {

        private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

        public Hook {
            requireText("connection-id", connectionId);
            requireText("tenant-id", tenantId);
            requireText("user", user);
            // The binder hands in null where nothing is set.
            if (!HASH.matcher(Objects.requireNonNullElse(passwordHash, "")).matches()) {
                throw new IllegalArgumentException("sundog.notices.hooks[].password-hash of connection " + connectionId
                        + " must be sha256: and 64 lower-case hexadecimal digits");
            }
        }

        @Override // leaves the hash out
        public String toString() {
            return "Hook[connectionId=" + connectionId + ", tenantId=" + tenantId + ", user=" + user + "]";
        }

        private static void requireText(String name, String value) {
            if (Objects.requireNonNullElse(value, "").isBlank()) {
                throw new IllegalArgumentException("sundog.notices.hooks[]." + name + " is missing");
            }
        }
    }
}
