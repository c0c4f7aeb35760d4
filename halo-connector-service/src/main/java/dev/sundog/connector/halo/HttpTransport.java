package dev.sundog.connector.halo;

import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import reactor.core.Exceptions;

/** Sends one request and waits for its answer. Follows no redirect and repeats nothing. */
final class HttpTransport {

    private final WebClient client;

    HttpTransport(WebClient client) {
        this.client = client;
    }

    /**
     * @param prepare sets headers
     * @param body JSON or a form; null for none
     * @param onSend runs when a connection is there and the first byte is about to go out; may throw to stop it
     * @throws UnansweredException if no whole answer came
     */
    HttpReply exchange(
            HttpMethod method, URI uri, Consumer<HttpHeaders> prepare, byte @Nullable [] body, Runnable onSend) {
        RequestBodySpec request =
                client.method(method).uri(uri).headers(prepare).httpRequest(_ -> onSend.run());
        try {
            HttpReply reply = (body == null ? request : request.body(BodyInserters.fromValue(body)))
                    .exchangeToMono(response -> response.bodyToMono(byte[].class)
                            .defaultIfEmpty(new byte[0])
                            .map(bytes -> new HttpReply(
                                    response.statusCode().value(),
                                    response.headers().asHttpHeaders(),
                                    bytes)))
                    .block();
            if (reply == null) {
                throw new UnansweredException("no answer", null);
            }
            return reply;
        } catch (UnansweredException | Sending.TooLateException known) {
            throw known;
        } catch (RuntimeException failed) {
            Throwable cause = Exceptions.unwrap(failed);
            if (causedByLateness(cause)) {
                throw new Sending.TooLateException();
            }
            throw new UnansweredException(words(cause), cause);
        }
    }

    private static boolean causedByLateness(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Sending.TooLateException) {
                return true;
            }
        }
        return false;
    }

    /** The deepest cause by its type and message: host names and ports, no bodies. */
    private static String words(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return deepest.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** No whole answer came. Whether the request reached Halo, only {@link Sending} knows. */
    static final class UnansweredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnansweredException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
