package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.connection.AddressRules;
import dev.sundog.connector.connection.HaloConnection;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request to Halo with a token, and its JSON or how it ended. Nothing is sent twice, but for one new token after a 401. */
final class HttpExchange {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpTransport transport;
    private final HttpTokenDesk tokens;
    private final AddressRules rules;
    private final InstantSource time;

    HttpExchange(HttpTransport transport, HttpTokenDesk tokens, AddressRules rules, InstantSource time) {
        this.transport = transport;
        this.tokens = tokens;
        this.rules = rules;
        this.time = time;
    }

    /** Reads. The path comes after {@code /api}. */
    Answer<JsonNode> get(HaloConnection connection, String path, Sending sending) {
        return exchange(connection, HttpMethod.GET, path, null, sending);
    }

    /** Writes elements, which Halo wants as an array even if there is one. */
    Answer<JsonNode> post(HaloConnection connection, String path, List<Map<String, Object>> elements, Sending sending) {
        return exchange(connection, HttpMethod.POST, path, JSON.writeValueAsBytes(elements), sending);
    }

    private Answer<JsonNode> exchange(
            HaloConnection connection, HttpMethod method, String path, byte @Nullable [] body, Sending sending) {
        Optional<String> refusal =
                rules.refusal(connection.resourceServer()).or(() -> rules.refusal(connection.authorizationServer()));
        if (refusal.isPresent()) {
            return new Answer.Ended<>(new CallEnd.NotSent(refusal.get()), null);
        }
        URI uri = URI.create(connection.resourceServer() + "/api" + path);
        Answer<JsonNode> first = withToken(connection, method, uri, body, sending);
        boolean stale = first instanceof Answer.Ended<JsonNode> ended
                && Objects.equals(ended.httpStatus(), 401)
                && sending.sentAt() != null;
        // Once, with a new token: a request that was answered with 401 was not executed.
        return stale ? withToken(connection, method, uri, body, sending) : first;
    }

    private Answer<JsonNode> withToken(
            HaloConnection connection, HttpMethod method, URI uri, byte @Nullable [] body, Sending sending) {
        return tokens.token(connection).then(token -> {
            try {
                HttpReply reply = transport.exchange(
                        method,
                        uri,
                        headers -> {
                            headers.setBearerAuth(token);
                            headers.setAccept(List.of(MediaType.APPLICATION_JSON));
                            headers.setContentType(body == null ? null : MediaType.APPLICATION_JSON);
                        },
                        body,
                        sending::begin);
                if (reply.status() == 401) {
                    tokens.forget(connection, token);
                }
                return HttpEnds.of(reply, time.instant());
            } catch (Sending.TooLateException late) {
                return new Answer.Ended<>(new CallEnd.Expired(), null);
            } catch (HttpTransport.UnansweredException unanswered) {
                String words = Objects.requireNonNullElse(unanswered.getMessage(), "no answer");
                CallEnd end = sending.sentAt() == null ? new CallEnd.NotSent(words) : new CallEnd.Unknown(words);
                return new Answer.Ended<>(end, null);
            }
        });
    }
}
