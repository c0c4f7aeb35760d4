package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.connection.SecretBox;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens by connection and its version: fetched once however many ask, renewed a minute before their end.
 *
 * <p>All its failures are definite for the call: without a token nothing was sent.
 */
final class HttpTokenDesk {

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final long LIFE_SECONDS = 3_600;

    private record Token(String value, long version, Instant renewAt) {}

    private final HttpTransport transport;
    private final SecretBox secrets;
    private final InstantSource time;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    HttpTokenDesk(HttpTransport transport, SecretBox secrets, InstantSource time) {
        this.transport = transport;
        this.secrets = secrets;
        this.time = time;
    }

    /** A token that is good for now, as far as is known. */
    Answer<String> token(HaloConnection connection) {
        ReentrantLock lock = locks.computeIfAbsent(connection.id(), _ -> new ReentrantLock());
        lock.lock();
        try {
            Token known = tokens.get(connection.id());
            if (known != null
                    && known.version() == connection.version()
                    && time.instant().isBefore(known.renewAt())) {
                return new Answer.Got<>(known.value(), null);
            }
            return fetch(connection);
        } finally {
            lock.unlock();
        }
    }

    /** Halo did not take this token. */
    void forget(HaloConnection connection, String value) {
        tokens.computeIfPresent(connection.id(), (_, token) -> token.value().equals(value) ? null : token);
    }

    private Answer<String> fetch(HaloConnection connection) {
        String form;
        try {
            form = form(connection);
        } catch (SecretBox.SealBrokenException broken) {
            return new Answer.Ended<>(new CallEnd.AuthenticationFailed(words(broken)), null);
        }
        try {
            HttpReply reply = transport.exchange(
                    HttpMethod.POST,
                    endpoint(connection),
                    headers -> headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED),
                    form.getBytes(StandardCharsets.UTF_8),
                    () -> {});
            return taken(connection, reply);
        } catch (HttpTransport.UnansweredException unanswered) {
            return new Answer.Ended<>(new CallEnd.NotSent("no token: " + unanswered.getMessage()), null);
        }
    }

    private Answer<String> taken(HaloConnection connection, HttpReply reply) {
        int status = reply.status();
        JsonNode json = reply.json();
        if (reply.succeeded() && json != null && json.path("access_token").isString()) {
            long life = json.path("expires_in").asLong(LIFE_SECONDS);
            Duration good = Duration.ofSeconds(life).minus(MARGIN);
            Duration least = Duration.ofSeconds(life / 2);
            Instant renewAt = time.instant().plus(good.compareTo(least) > 0 ? good : least);
            String value = json.path("access_token").stringValue();
            tokens.put(connection.id(), new Token(value, connection.version(), renewAt));
            return new Answer.Got<>(value, status);
        }
        if (status == 429) {
            return new Answer.Ended<>(new CallEnd.RateLimited(reply.retryAfter(time.instant())), status);
        }
        if (status >= 400 && status < 500) {
            return new Answer.Ended<>(new CallEnd.AuthenticationFailed("token: " + HttpWords.of(reply)), status);
        }
        return new Answer.Ended<>(new CallEnd.NotSent("no token: HTTP " + status), status);
    }

    private String form(HaloConnection connection) throws SecretBox.SealBrokenException {
        String scopes = connection.scopes().isEmpty() ? "all" : String.join(" ", connection.scopes());
        return "grant_type=client_credentials&client_id=" + encoded(connection.clientId()) + "&client_secret="
                + encoded(secrets.clientSecret(connection)) + "&scope=" + encoded(scopes);
    }

    private static URI endpoint(HaloConnection connection) {
        String tenant = connection.haloTenant();
        String query = tenant == null || tenant.isBlank() ? "" : "?tenant=" + encoded(tenant);
        return URI.create(connection.authorizationServer() + "/token" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String words(Exception failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? "the secret cannot be opened" : message;
    }
}
