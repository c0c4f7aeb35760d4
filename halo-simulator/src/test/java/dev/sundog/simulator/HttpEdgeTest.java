package dev.sundog.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge does with requests that are not as they should be, and how it ends. */
class HttpEdgeTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh()).signIn("all");
    private final int port = SimulatorUnderTest.simulator().port();

    @Test
    void saysThatABodyIsTooLarge() throws Exception {
        byte[] body = new byte[30_000_001];

        HttpResponse<String> answer = post("application/json", BodyPublishers.ofByteArray(body));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"error\":\"The request body is larger than 30000000 bytes.\"");
    }

    @Test
    void saysThatABodyOfUnknownLengthIsTooLarge() throws Exception {
        byte[] body = new byte[31_000_000];

        HttpResponse<String> answer =
                post("application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void takesALargeBody() throws Exception {
        String details = "x".repeat(10_000_000);

        HttpResponse<String> answer = post(
                "application/json", BodyPublishers.ofString("[{\"summary\":\"x\",\"details\":\"" + details + "\"}]"));

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\n\r\nnonsense\r\n", "Content-Length: 10\r\n\r\n[]"})
    void givesUpOnABodyThatIsNotAsItSays(String rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /auth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest)
                            .getBytes(UTF_8));
            socket.shutdownOutput();

            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 400"))
                    .as(answer)
                    .isTrue();
        }
        assertThat(halo.get("/Status").status()).isEqualTo(200);
    }

    @Test
    void takesOtherEncodingsOfUnicode() throws Exception {
        byte[] body = "[{\"summary\":\"Größe\"}]".getBytes(UTF_16);

        HttpResponse<String> answer = post("application/json; charset=utf-16", BodyPublishers.ofByteArray(body));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("Größe");
    }

    @Test
    void doesNotTakeAnEncodingThatItCannotRead() throws Exception {
        assertThat(post("application/json; charset=klingon", BodyPublishers.ofString("[]"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws Exception {
        byte[] body = "[{\"summary\":\"Größe\"}]".getBytes(ISO_8859_1);

        assertThat(post("application/json", BodyPublishers.ofByteArray(body)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatIsNestedTooDeep() throws Exception {
        assertThat(post("application/json", BodyPublishers.ofString("[".repeat(100_000)))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "PATCH", "TRACE"})
    void offersNoOtherMethods(String method) {
        assertThat(halo.other(method, "/Tickets").status()).isEqualTo(405);
        assertThat(halo.other(method, "/Tickets").header("allow")).isEqualTo("GET, POST, DELETE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense\r\n\r\n", "GET\r\n\r\n", "GET /\u0000 HTTP/1.1\r\n\r\n", "GET /{} HTTP/1.1\r\n\r\n"})
    void answersNonsenseWithARefusal(String bytes) {
        assertThat(RawHttp.send(port, bytes)).startsWith("HTTP/1.1 400").doesNotContain("\tat ");
    }

    @Test
    void servesManyConnectionsAtOnce() throws Exception {
        List<Socket> idle = new ArrayList<>();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), port));
                answers.add(callers.submit(() -> halo.get("/Status").status()));
            }

            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        for (Socket socket : idle) {
            socket.close();
        }
    }

    @Test
    void leavesNothingBehindWhenItIsClosed() {
        List<String> before = platformThreads();
        HaloSimulator own = HaloSimulator.start(SimulatorOptions.defaults());
        URI address = own.baseUri();
        RawHttp.get(own.port(), "localhost", "/_sim/health");

        own.close();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(platformThreads()).hasSizeLessThanOrEqualTo(before.size()));
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding()));
    }

    @Test
    void letsARequestEndWhenItIsClosed() throws Exception {
        HaloSimulator own = HaloSimulator.start(SimulatorOptions.defaults());
        try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            own.inject(Fault.of(FaultKind.DELAY, "*").times(1).lasting(Duration.ofMillis(300)));
            Future<String> answer = caller.submit(() -> RawHttp.get(own.port(), "localhost", "/api/authinfo"));
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> !RawHttp.get(own.port(), "localhost", "/_sim/faults")
                            .contains("delay"));

            own.close();

            assertThat(answer.get()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(
                        () -> HaloSimulator.start(SimulatorOptions.defaults().withPort(port)))
                .withMessageContaining("127.0.0.1:" + port);
    }

    private HttpResponse<String> post(String contentType, BodyPublisher body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(halo.halo().api() + "/Tickets"))
                        .header("Authorization", "Bearer " + halo.token())
                        .header("Content-Type", contentType)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static List<String> platformThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("HTTP-Dispatcher")
                        || name.startsWith("server-timer")
                        || name.startsWith("halo-"))
                .toList();
    }
}
