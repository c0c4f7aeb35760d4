package dev.sundog.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides who is served. */
final class Gate {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?");

    private final Optional<String> token;

    Gate(Optional<String> token) {
        this.token = token;
    }

    /** What the gate says to a caller. */
    enum Answer {
        /** Come in. */
        SERVED,
        /** Show the token. */
        TOKEN_NEEDED,
        /** Not from there. */
        FORBIDDEN
    }

    /**
     * What is known of a caller.
     *
     * @param path of the address asked for
     * @param local true when the connection comes from this machine
     * @param forwarded true when a proxy says that it speaks for another
     */
    record Caller(
            String path,
            @Nullable String authorization,
            boolean local,
            @Nullable String host,
            boolean forwarded) {}

    Answer ask(Caller caller) {
        if (caller.path().equals("/livez") || caller.path().equals("/readyz")) {
            return Answer.SERVED;
        }
        if (token.isPresent()) {
            return shows(caller, token.get()) ? Answer.SERVED : Answer.TOKEN_NEEDED;
        }
        // A page from elsewhere may make its own name point here, and a proxy here may speak for the world.
        var host = Optional.ofNullable(caller.host()).orElse("").toLowerCase(Locale.ROOT);
        var here = caller.local()
                && !caller.forwarded()
                && THIS_MACHINE.matcher(host).matches();
        return here ? Answer.SERVED : Answer.FORBIDDEN;
    }

    private static boolean shows(Caller caller, String token) {
        var shown = Optional.ofNullable(caller.authorization()).orElse("");
        if (shown.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return same(shown.substring(7).strip(), token);
        }
        // Browsers send a password by themselves, also when another site asks them to: it opens what is only read.
        return !isApi(caller.path())
                && shown.regionMatches(true, 0, "Basic ", 0, 6)
                && same(password(shown.substring(6).strip()), token);
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    private static String password(String basic) {
        try {
            var pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean same(String shown, String token) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
