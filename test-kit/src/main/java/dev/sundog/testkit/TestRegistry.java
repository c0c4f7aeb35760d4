package dev.sundog.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;

/** The test JVM's one schema registry. Its compatibility level is FULL_TRANSITIVE. Tests keep apart by their subjects. */
public final class TestRegistry {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String url;

    TestRegistry(String url) {
        this.url = url;
    }

    /** The value of {@code schema.registry.url}. */
    public String url() {
        return url;
    }

    /**
     * Registers a version of a subject, without the marks that generated Java classes add to their schema. Safe to call again.
     *
     * @param subject for the value of a topic its name and {@code -value}
     * @throws IllegalStateException if the registry refuses it
     */
    public void register(String subject, Schema schema) {
        send("POST", "/subjects/" + subject + "/versions", Map.of("schema", CleanSchema.text(schema)));
    }

    void setCompatibility(String level) {
        send("PUT", "/config", Map.of("compatibility", level));
    }

    boolean answers() {
        try {
            HttpRequest request = request("/subjects").build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void send(String method, String path, Map<String, String> body) {
        try {
            HttpRequest request = request(path)
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + response.statusCode() + ": " + response.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path + " failed", failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + method + " " + path, interruption);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10));
    }
}
