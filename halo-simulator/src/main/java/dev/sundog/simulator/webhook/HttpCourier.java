package dev.sundog.simulator.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Over HTTP/1.1. The client, with its threads, is made at the first delivery. */
final class HttpCourier implements Courier {

    private static final int KEPT = 4_000;

    private @Nullable HttpClient client;

    @Override
    public Receipt deliver(String url, Map<String, String> headers, String body, Duration longest) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(longest).POST(BodyPublishers.ofString(body));
            headers.forEach(request::header);
            HttpResponse<String> response = client().send(request.build(), BodyHandlers.ofString());
            Map<String, String> answered = new TreeMap<>();
            response.headers().map().forEach((name, values) -> answered.put(name, String.join(", ", values)));
            String answer = response.body();
            return new Receipt(response.statusCode(), answered, answer.substring(0, Math.min(KEPT, answer.length())));
        } catch (IOException | IllegalArgumentException e) {
            return new Receipt(0, Map.of(), e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Receipt(0, Map.of(), "the simulator was closed");
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }
}
