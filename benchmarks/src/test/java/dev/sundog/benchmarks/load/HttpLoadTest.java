package dev.sundog.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load and its count. */
class HttpLoadTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server = server(200);

    @BeforeEach
    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void countsEveryRequestOnce() {
        server = server(200);
        byte[] request = HttpConnection.request("POST", "/x", "token", "[]");

        LoadResult result = new HttpLoad(server.getAddress().getPort(), 3).run(request::clone, Duration.ofMillis(300));

        assertThat(result.requests()).isPositive().isEqualTo(asked.get());
        assertThat(result.micros().getTotalCount()).isEqualTo(asked.get());
        assertThat(result.refused()).isZero();
        assertThat(result.perSecond()).isBetween(asked.get() / 3.0, asked.get() / 0.3);
    }

    @Test
    void countsWhatWasRefused() {
        server = server(503);
        byte[] request = HttpConnection.request("GET", "/", "", "");

        LoadResult result = new HttpLoad(server.getAddress().getPort(), 1).run(request::clone, Duration.ofMillis(50));

        assertThat(result.refused()).isPositive().isEqualTo(result.requests());
    }

    private HttpServer server(int status) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", exchange -> {
                try (exchange) {
                    asked.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(status, 2);
                    exchange.getResponseBody().write(new byte[] {'O', 'K'});
                }
            });
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
