package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what is secret in one request: values whose name says so, and the token, secret or password that the request
 * carries, wherever else it stands.
 */
final class Mask {

    private static final String HIDDEN = "***";
    private static final int LONGEST = 500;
    private static final Pattern SECRET = Pattern.compile("secret|token|password|hmac|authorization|assertion|^code$");

    private final Call call;
    private final Set<String> secrets = new HashSet<>(4);

    Mask(Call call) {
        this.call = call;
        call.header("authorization").ifPresent(this::addCredentials);
        if (call.body() instanceof Body.Form(Map<String, String> fields)) {
            fields.forEach((name, value) -> {
                if (SECRET.matcher(name).find()) {
                    secrets.add(value);
                }
            });
        }
        secrets.removeIf(String::isBlank);
    }

    /** Path and query, parameters in the order of their names. */
    String path() {
        return hide(call.query().isEmpty() ? call.path() : call.path() + query());
    }

    /** The text without secrets, cut if it is very long. */
    String hide(String text) {
        String hidden = text;
        for (String secret : secrets) {
            if (hidden.length() >= secret.length()) {
                hidden = Pattern.compile(Pattern.quote(secret), Pattern.CASE_INSENSITIVE)
                        .matcher(hidden)
                        .replaceAll(Matcher.quoteReplacement(HIDDEN));
            }
        }
        return hidden.length() > LONGEST ? hidden.substring(0, LONGEST) + "…" : hidden;
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        char before = '?';
        for (Map.Entry<String, String> one : new TreeMap<>(call.query()).entrySet()) {
            boolean secret = SECRET.matcher(one.getKey()).find();
            query.append(before).append(one.getKey()).append('=').append(secret ? HIDDEN : one.getValue());
            before = '&';
        }
        return query.toString();
    }

    private void addCredentials(String header) {
        String credentials = header.substring(header.indexOf(' ') + 1).strip();
        secrets.add(credentials);
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
                secrets.add(pair.substring(pair.indexOf(':') + 1));
            } catch (IllegalArgumentException _) {
                // Not Base64: the whole of it is hidden already.
            }
        }
    }
}
