package dev.sundog.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the registry's addresses over HTTP, one after the other, beginning with the one that answered last.
 *
 * <p>What a registry says for good (the thing is not there, it is not allowed) is an answer. All else is no answer: no
 * connection, no answer in time, 5xx, 429, or words that are not a registry's; then the next address is asked. Safe from any
 * thread.
 */
final class RegistryHttp {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();
    // A client owns threads: one for everybody with the same time limit.
    private static final Map<Duration, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    private final List<RegistryAddress> addresses;
    private final HttpClient client;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private volatile int lastGood;

    RegistryHttp(Settings settings) {
        addresses = RegistryAddress.of(settings);
        connectTimeout = settings.millis(Settings.CONNECT_TIMEOUT, Duration.ofSeconds(2));
        readTimeout = settings.millis(Settings.READ_TIMEOUT, Duration.ofSeconds(5));
        client = CLIENTS.computeIfAbsent(
                connectTimeout,
                timeout -> HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .build());
    }

    /** What the registry says for good. */
    sealed interface Answer {

        /** What was asked for. */
        record Given(JsonNode body) implements Answer {}

        /**
         * Not this.
         *
         * @param code the registry's own error code; zero where it has no such path
         * @param words the registry's own words
         */
        record Refused(int status, int code, String words) implements Answer {}
    }

    private record Question(String method, String path, BodyPublisher body, boolean mayNotBeOffered) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Answer get(String path) {
        return ask(new Question("GET", path, BodyPublishers.noBody(), false));
    }

    /** The same, for what not every registry offers: a 404 without a registry's error code is an answer too. */
    Answer getIfOffered(String path) {
        return ask(new Question("GET", path, BodyPublishers.noBody(), true));
    }

    Answer post(String path, Map<String, String> body) {
        try {
            return ask(new Question("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), false));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("texts cannot be written as JSON", impossible);
        }
    }

    private Answer ask(Question question) {
        List<String> failures = new ArrayList<>();
        int first = lastGood;
        @Nullable Throwable cause = null;
        for (int i = 0; i < addresses.size(); i++) {
            int index = (first + i) % addresses.size();
            RegistryAddress address = addresses.get(index);
            try {
                HttpResponse<String> response = send(address, question);
                Optional<Answer> answer = answer(question, response);
                if (answer.isPresent()) {
                    lastGood = index;
                    return answer.get();
                }
                failures.add(address + ": " + advice(response.statusCode()));
            } catch (ExecutionException | TimeoutException failure) {
                cause = failure instanceof ExecutionException ? failure.getCause() : failure;
                failures.add(address + ": " + words(cause));
            } catch (InterruptedException interruption) {
                throw new InterruptException("interrupted while asking the schema registry", interruption);
            }
        }
        throw new RegistryUnavailableException(
                "the schema registry did not answer " + question + " (" + String.join("; ", failures) + ")", cause);
    }

    private HttpResponse<String> send(RegistryAddress address, Question question)
            throws ExecutionException, TimeoutException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.base() + question.path))
                .timeout(readTimeout)
                .header("Accept", CONTENT_TYPE + ", application/json")
                .header("Content-Type", CONTENT_TYPE)
                .method(question.method, question.body);
        address.authorization().ifPresent(header -> request.header("Authorization", header));
        CompletableFuture<HttpResponse<String>> response = client.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            // The request's own limit ends with the answer's first line; a body that stalls would hold us for ever.
            return response.get(connectTimeout.plus(readTimeout).toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            response.cancel(true);
        }
    }

    /** The answer for good; empty if it is none. */
    private static Optional<Answer> answer(Question question, HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode body = json(response.body());
        if (status == 200 && body.isContainerNode()) {
            return Optional.of(new Answer.Given(body));
        }
        int code = body.path("error_code").asInt();
        // A 404 without the registry's own five digits comes from a wrong path or a proxy and says nothing about a
        // schema.
        if ((status == 404 && code / 100 == 404) || ((status == 409 || status == 422) && code > 0)) {
            String words = body.path("message").asText("no reason given");
            return Optional.of(new Answer.Refused(status, code, words));
        }
        return status == 404 && question.mayNotBeOffered
                ? Optional.of(new Answer.Refused(status, 0, "not offered"))
                : Optional.empty();
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 ->
                status + ", it does not take the credentials; check basic.auth.user.info or bearer.auth.token";
            case 200 -> "200 without JSON, as no registry does";
            case 429 -> "429, it wants fewer requests";
            case 404 ->
                "404 without a registry's error code; check the path in " + Settings.REGISTRY_URL
                        + " (Apicurio's ends in /apis/ccompat/v7)";
            default -> Integer.toString(status);
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String words(@Nullable Throwable failure) {
        return failure == null ? "no reason" : failure.getClass().getSimpleName() + message(failure);
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? "" : " " + failure.getMessage();
    }

    /** The addresses alone. */
    @Override
    public String toString() {
        return addresses.toString();
    }
}
