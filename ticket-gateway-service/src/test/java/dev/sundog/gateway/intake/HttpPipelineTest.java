package dev.sundog.gateway.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.GatewayKeys;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** A sender's next request may arrive before the server has noted the end of the last one. */
class HttpPipelineTest extends GatewayOnFakeLog {

    @Test
    void hearsARequestAfterOneThatCameBeforeTheLastWasDone() throws Exception {
        String alert = "{\"broken\":";
        String post = head("POST", "/v1/alerts") + "Content-Type: application/json\r\nContent-Length: " + alert.length()
                + "\r\n\r\n" + alert;
        String get = head("GET", "/v1/events/unknown") + "\r\n";

        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(10_000);
            InputStream answers = new BufferedInputStream(connection.getInputStream());
            send(connection, post + get);
            String first = status(answers);
            String second = status(answers);
            send(connection, get);
            String third = status(answers);

            assertThat(first).isEqualTo("HTTP/1.1 400 Bad Request");
            assertThat(second).isEqualTo("HTTP/1.1 404 Not Found");
            assertThat(third).isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + GatewayKeys.ALL
                + "\r\n";
    }

    private static void send(Socket connection, String requests) throws IOException {
        connection.getOutputStream().write(requests.getBytes(US_ASCII));
        connection.getOutputStream().flush();
    }

    /** The status line of an answer, which is read to its end. */
    private static String status(InputStream answers) throws IOException {
        String status = line(answers);
        int length = 0;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            if (header.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        answers.readNBytes(length);
        return status;
    }

    private static String line(InputStream answers) throws IOException {
        var line = new StringBuilder();
        for (int next = answers.read(); next >= 0 && next != '\n'; next = answers.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
