package dev.sundog.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept open: a request, its whole answer, the next request. It does as little as possible, so that
 * the server is measured and not the client. Takes answers with a {@code Content-Length} only.
 */
public final class HttpConnection implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] body = new byte[0];

    /** To a port of this machine. */
    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /** A request as bytes; {@code token} may be empty, {@code json} too. */
    public static byte[] request(String method, String path, String token, String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                + (json.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n" + json;
        return head.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Sends a request and reads its answer.
     *
     * @return the status
     */
    public int exchange(byte[] request) throws IOException {
        out.write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            } else if (line.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:")) {
                throw new IOException("cannot read a chunked answer");
            }
        }
        body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer ends early");
        }
        return status;
    }

    /** Body of the last answer. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
