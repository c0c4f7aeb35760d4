package dev.sundog.gateway.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sundog.gateway.notice.NoticeProperties.Hook;
import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows the webhooks that are taken, and their passwords by hash. */
final class HttpHooks {

    private static final String BASIC = "basic ";

    private final Map<String, Hook> hooks;

    HttpHooks(NoticeProperties properties) {
        this.hooks = properties.hooks().stream()
                .collect(Collectors.toUnmodifiableMap(Hook::connectionId, Function.identity()));
    }

    /**
     * The webhook of a connection.
     *
     * @param authorization the header of that name; null if there is none
     * @throws HttpProblemException if there is no such connection, or the name or the password is not its own
     */
    Hook admit(String connectionId, @Nullable String authorization) {
        Hook hook = hooks.get(connectionId);
        if (hook == null) {
            throw new HttpProblemException(Problem.of(
                    ProblemType.NOT_FOUND, "No webhook is set up for this connection (sundog.notices.hooks)."));
        }
        if (!isHooks(hook, authorization)) {
            throw new HttpProblemException(Problem.of(
                    ProblemType.UNAUTHENTICATED,
                    "Send the webhook's name and password by Basic authentication, as Halo does when it is told to."));
        }
        return hook;
    }

    private static boolean isHooks(Hook hook, @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        String credentials;
        try {
            credentials = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
        int colon = credentials.indexOf(':');
        if (colon < 0) {
            return false;
        }
        // Both are compared in any case, and each in a time that does not tell how much of it was right.
        boolean name = MessageDigest.isEqual(
                credentials.substring(0, colon).getBytes(UTF_8), hook.user().getBytes(UTF_8));
        boolean password = MessageDigest.isEqual(
                hash(credentials.substring(colon + 1)).getBytes(UTF_8),
                hook.passwordHash().getBytes(UTF_8));
        return name && password;
    }

    private static String hash(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
