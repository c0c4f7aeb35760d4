package dev.sundog.benchmarks.simulator;

import dev.sundog.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is asked of the simulator: requests as an integration sends them, with a token. */
final class HaloRequests {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final int FIRST_ID = 1001;
    private static final int BATCH = 100;

    private final int port;
    private final String token;
    private final AtomicInteger created = new AtomicInteger();

    private HaloRequests(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** Signs in and switches the limit off. */
    static HaloRequests signIn(int port) {
        try (HttpConnection connection = new HttpConnection(port)) {
            connection.exchange(HttpConnection.request("PUT", "/_sim/options", "", "{\"rateLimit\":0}"));
            connection.exchange(form("grant_type=client_credentials&client_id=sundog-local"
                    + "&client_secret=sundog-local-secret&scope=all"));
            Matcher token = TOKEN.matcher(connection.body());
            if (!token.find()) {
                throw new IllegalStateException("no token: " + connection.body());
            }
            return new HaloRequests(port, token.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates so many tickets, a hundred with each request. */
    void fill(int tickets) {
        try (HttpConnection connection = new HttpConnection(port)) {
            while (created.get() < tickets) {
                String batch = IntStream.range(0, Math.min(BATCH, tickets - created.get()))
                        .mapToObj(_ -> ticket(created.getAndIncrement()))
                        .collect(Collectors.joining(",", "[", "]"));
                int status = connection.exchange(HttpConnection.request("POST", "/api/Tickets", token, batch));
                if (status != 201) {
                    throw new IllegalStateException("a batch was answered " + status + ": " + connection.body());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One ticket. */
    Supplier<byte[]> ticketById() {
        return () -> get("/api/Tickets/" + (FIRST_ID + any()));
    }

    /** The ticket with a reference, among all. */
    Supplier<byte[]> ticketByReference() {
        return () -> get("/api/Tickets?third_party_id_string=" + reference(any()) + "&count=10");
    }

    /** The newest 50 that are open. */
    Supplier<byte[]> openTickets() {
        return () -> get("/api/Tickets?open_only=true&pageinate=true&page_no=1&page_size=50");
    }

    /** Changed in the last moment, as a poller asks. */
    Supplier<byte[]> recentTickets(Instant since) {
        return () -> get("/api/Tickets?lastupdatefromdate=" + since);
    }

    /** Ten open tickets of one customer. */
    Supplier<byte[]> ticketsOfCustomer() {
        return () -> get("/api/Tickets?client_id=13&open_only=true&count=10");
    }

    /** A small list. */
    Supplier<byte[]> statuses() {
        return () -> get("/api/Status");
    }

    /** A new ticket. */
    Supplier<byte[]> create() {
        return () ->
                HttpConnection.request("POST", "/api/Tickets", token, "[" + ticket(created.getAndIncrement()) + "]");
    }

    private byte[] get(String path) {
        return HttpConnection.request("GET", path, token, "");
    }

    private int any() {
        return ThreadLocalRandom.current().nextInt(created.get());
    }

    private static String reference(int number) {
        return "sundog-%08d".formatted(number);
    }

    /** As the connector writes it: about 600 bytes. */
    private static String ticket(int number) {
        return """
                {"summary":"Disk %1$d of server-%1$d.contoso.example is almost full","client_id":%2$d,"tickettype_id":21,\
                "priority_id":2,"team":"Cloud Operations","category_1":"Storage>Capacity",\
                "third_party_id_string":"%3$s","customfields":[{"name":"CFsundogReference","value":"%3$s"}],\
                "details_html":"<p>Volume <b>/var/lib/data</b> of server-%1$d is 97 %% full. It grew by 3 GB in the last \
                day and will be full in about %4$d hours.</p><ul><li>severity: high</li><li>source: monitoring</li></ul>"}""".formatted(number, 10 + number % 5, reference(number), 5 + number % 40)
                .replace("\"client_id\":11", "\"client_id\":1");
    }

    private static byte[] form(String fields) {
        String head = "POST /auth/token HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + fields.length() + "\r\n\r\n";
        return (head + fields).getBytes(StandardCharsets.UTF_8);
    }
}
