package dev.sundog.gateway.intake;

import static dev.sundog.gateway.GatewayFixtures.diskFull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.GatewayKeys;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.MediaType;

/** What every client must be able to rely on, whatever it sends. */
class HttpEdgeTest extends GatewayOnFakeLog {

    @LocalManagementPort
    int managementPort;

    @Test
    void asksForAKeyWithoutLookingAtAnythingElse() {
        client.post()
                .uri("/v1/alerts")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("no JSON at all")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"sundog\"")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        post("/v1/alerts", "wrong-key", diskFull()).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/alerts, application/json, 405, method-not-allowed",
        "POST, /v1/nothing, application/json, 404, not-found",
        "GET, /nothing, application/json, 404, not-found",
        "POST, /v1/alerts, text/plain, 415, unsupported-media-type",
        "POST, /v1/alerts, , 415, unsupported-media-type",
        "POST, /v1/alerts, nonsense, 415, unsupported-media-type",
        "GET, /v1/events/unknown, application/json, 404, not-found"
    })
    void answersEveryErrorWithAProblem(String method, String path, String contentType, int status, String type)
            throws Exception {
        var request = request(path).method(method, BodyPublishers.ofString("{}"));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }

        var answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"urn:sundog:problem:" + type + "\"", "\"status\":" + status);
    }

    @Test
    void namesTheAllowedMethods() throws Exception {
        var answer = send(request("/v1/alerts").GET());

        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void takesNothingThatItCouldNotAnswer() throws Exception {
        var answer = send(request("/v1/alerts")
                .header("Content-Type", "application/json")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(log.events()).isEmpty();
    }

    @Test
    void refusesALargeBodyWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        var object = ("{\"title\":\"" + "x".repeat(5_000) + "\"}").getBytes();
        var array = ("[{\"title\":\"" + "x".repeat(40_000) + "\"}]").getBytes();

        for (var body : new byte[][] {object, array}) {
            var announced = send(json("/v1/alerts").POST(BodyPublishers.ofByteArray(body)));
            var streamed =
                    send(json("/v1/alerts").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

            assertThat(announced.statusCode()).isEqualTo(413);
            assertThat(streamed.statusCode()).isEqualTo(413);
            assertThat(streamed.body()).contains("urn:sundog:problem:too-large");
        }
    }

    @Test
    void answersAVeryLargeBodyInsteadOfCuttingTheConnection() throws Exception {
        var body = "x".repeat(3_000_000);

        var answer = send(json("/v1/alerts").POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void servesProbesAndMetersForTheOperator() throws Exception {
        var live = send(request("/livez").GET());
        var ready = send(request("/readyz").GET());
        var scrape =
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/actuator/prometheus")));

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(scrape.body())
                .contains("sundog_events_accepted_total{kind=\"recommendation\"}")
                .contains("sundog_events_refused_total{reason=\"busy\"}");
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + GatewayKeys.ALL);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
