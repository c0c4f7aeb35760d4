package dev.sundog.connector.halo;

import dev.sundog.connector.connection.HaloConnection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The agent as whom we act, by connection and its version. Learned from our own actions, which cost nothing more, or asked for
 * once. Safe from any thread.
 */
final class HttpOwnAgent {

    private record Known(long version, long agentId) {}

    private final HttpExchange exchange;
    private final Map<String, Known> agents = new ConcurrentHashMap<>();

    HttpOwnAgent(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** Halo says who wrote what we wrote. */
    void learn(HaloConnection connection, JsonNode ownAction) {
        Long agentId = HttpTickets.positive(ownAction.get("who_agentid"));
        if (agentId != null) {
            agents.put(connection.id(), new Known(connection.version(), agentId));
        }
    }

    /** Empty if Halo does not say. */
    Optional<Long> ask(HaloConnection connection, Sending sending) {
        Known known = agents.get(connection.id());
        if (known != null && known.version() == connection.version()) {
            return Optional.of(known.agentId());
        }
        if (exchange.get(connection, "/Agent/me", sending) instanceof Answer.Got<JsonNode> got) {
            Long agentId = HttpTickets.positive(HttpTickets.single(got.value()).get("id"));
            if (agentId != null) {
                agents.put(connection.id(), new Known(connection.version(), agentId));
                return Optional.of(agentId);
            }
        }
        return Optional.empty();
    }
}
