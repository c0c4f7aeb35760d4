package dev.sundog.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import dev.sundog.simulator.exchange.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Bodies as bytes. */
final class HttpBody {

    /** What an ASP.NET Core server takes unless told otherwise. */
    static final int LARGEST = 30_000_000;

    /** So much of what is too large is read to its end, since a caller who is cut off while writing sees no answer. */
    private static final long LARGEST_THROWN_AWAY = 1_000_000_000;

    private static final byte[] NOTHING = {};

    private HttpBody() {}

    /**
     * The whole body.
     *
     * @return empty if it is larger than {@link #LARGEST}
     * @throws IOException if it ends early or is not chunked as it says
     */
    static Optional<byte[]> read(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length <= LARGEST) {
            return Optional.of(body);
        }
        long left = LARGEST_THROWN_AWAY;
        for (long skipped = 1; left > 0 && skipped > 0; left -= skipped) {
            skipped = in.skip(1 << 20);
        }
        return Optional.empty();
    }

    static Answer tooLarge() {
        return Answer.json(413, Map.of("error", "The request body is larger than " + LARGEST + " bytes."))
                .with("connection", "close");
    }

    static byte[] write(Answer answer) {
        Object body = answer.body();
        if (body == null) {
            return NOTHING;
        }
        boolean json = answer.mediaType() == null || answer.mediaType().equals(Answer.JSON);
        return json ? HttpJson.write(body) : body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
