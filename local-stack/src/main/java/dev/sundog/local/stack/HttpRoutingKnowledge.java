package dev.sundog.local.stack;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import dev.sundog.local.process.Patience;
import dev.sundog.local.terminal.CommandFailure;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** Whether routing knows what the console has. Until it does, it parks events that could be routed. */
final class HttpRoutingKnowledge {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PATIENCE_FOR_THE_METER = Duration.ofSeconds(15);
    private static final String METER = "sundog_configuration_records";
    private static final Map<String, Topic> TOPICS = Map.of(
            "connections", Topics.CONNECTIONS,
            "organizations", Topics.ORGANIZATIONS,
            "policies", Topics.POLICIES,
            "silences", Topics.SILENCES);

    private final HttpJson console;
    private final HttpJson routing;

    HttpRoutingKnowledge(String consoleUrl, Ports ports) {
        this.console = new HttpJson(consoleUrl, Map.of());
        this.routing = new HttpJson("http://127.0.0.1:" + ports.at(Port.ROUTING), Map.of());
    }

    /**
     * Waits until everything is known. A routing service without the meter is given some seconds, then believed.
     *
     * @throws CommandFailure if something stays unknown
     */
    void await() {
        if (!Patience.await(PATIENCE_FOR_THE_METER, () -> metrics().contains(METER))) {
            return;
        }
        TOPICS.forEach((collection, topic) -> {
            long wanted = inConsole(collection);
            if (!Patience.await(PATIENCE, () -> known(metrics(), topic.name()).orElse(0) >= wanted)) {
                throw new CommandFailure("routing knows %d of %d %s"
                        .formatted(known(metrics(), topic.name()).orElse(0), wanted, collection));
            }
        });
    }

    /** The meter of one topic; empty where there is none. */
    static OptionalLong known(String metrics, String topic) {
        return metrics.lines()
                .filter(line -> line.startsWith(METER + "{") && line.contains("topic=\"" + topic + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }

    private String metrics() {
        return routing.text("/actuator/prometheus").orElse("");
    }

    private long inConsole(String collection) {
        HttpReply reply = console.get("/api/v1/" + collection + "?page=0&size=1");
        if (!reply.ok()) {
            throw new CommandFailure("the console does not count its " + collection + ": " + reply.summary());
        }
        return reply.body().path("total").asLong(0);
    }
}
