package dev.sundog.benchmarks.routing;

import dev.sundog.benchmarks.house.House;
import dev.sundog.benchmarks.house.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** One instance of the routing service, from its boot jar, as operators run it. */
final class RoutingInstance implements AutoCloseable {

    /** Its consumer group. */
    static final String GROUP = "sundog-routing";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaProcess process;
    private final int port;
    private final Duration start;

    private RoutingInstance(House house, String name, String heap) {
        long began = System.nanoTime();
        port = House.freePort();
        process = house.start(
                name,
                List.of(
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-jar",
                        house.jar("routing-service").toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + house.bootstrapServers(),
                        "--spring.kafka.properties.schema.registry.url=" + house.registryUrl(),
                        "--sundog.routing.state-dir=" + house.folder(name + "-state")));
        house.deadline().await("routing's stream running", () -> {
            process.requireAlive();
            return get("/actuator/health/readiness").equals("200");
        });
        start = Duration.ofNanos(System.nanoTime() - began);
    }

    /**
     * Starts one and waits until its stream runs, which it does only when all configuration was read.
     *
     * @param name of its log and its state; another one for each instance that begins without state
     * @param heap as Java's option has it, for example {@code 1g}
     */
    static RoutingInstance start(House house, String name, String heap) {
        return new RoutingInstance(house, name, heap);
    }

    /** From the command until its stream ran. */
    Duration start() {
        return start;
    }

    JavaProcess process() {
        return process;
    }

    /** How many organizations it knows. */
    long organizations() {
        var line = Pattern.compile("sundog_configuration_records\\{[^}]*organizations-v1[^}]*} (\\S+)")
                .matcher(get("/actuator/prometheus"));
        return line.find() ? (long) Double.parseDouble(line.group(1)) : 0;
    }

    @Override
    public void close() {
        http.close();
        process.close();
    }

    /** The body; the status for an address of health; the empty text while nobody answers. */
    private String get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return path.contains("health") ? Integer.toString(answer.statusCode()) : answer.body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
