package dev.sundog.simulator;

import dev.sundog.simulator.access.Scopes;
import dev.sundog.simulator.book.AgentRights;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;

/** What agents may do, over HTTP: {@code GET} and {@code PUT /_sim/agents/{id}}, {@code DELETE} gives everything back. */
final class AgentDesk {

    private final Tenant tenant;

    AgentDesk(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Whether a call under {@code /_sim} is meant for this desk. */
    static boolean means(Call call) {
        List<String> segments = call.segments();
        return segments.size() == 3 && segments.get(1).equals("agents");
    }

    /** Answers 400 with the reason in {@code error} to what it does not understand, 404 to an unknown agent. */
    Answer answer(Call call) {
        String id = call.segments().get(2);
        if (!id.matches("\\d{1,9}")
                || tenant.list(Kind.AGENT).find(Integer.parseInt(id)).isEmpty()) {
            return Answer.json(404, Map.of("error", "no agent " + id));
        }
        int agent = Integer.parseInt(id);
        try {
            return switch (call.method()) {
                case "GET" -> Answer.json(200, tenant.rights(agent).toJson());
                case "PUT" -> set(agent, read(call.body()));
                case "DELETE" -> set(agent, AgentRights.all());
                default -> Answer.empty(405).with("allow", "GET, PUT, DELETE");
            };
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private Answer set(int agent, AgentRights rights) {
        tenant.setRights(agent, rights);
        return Answer.json(200, rights.toJson());
    }

    private static AgentRights read(Body body) {
        if (body instanceof Body.Json(Map<?, ?> json)) {
            AgentRights rights = AgentRights.read(json);
            if (!Scopes.areas().containsAll(rights.areas().keySet())) {
                throw new IllegalArgumentException("areas are " + Scopes.areas() + ", not "
                        + rights.areas().keySet());
            }
            return rights;
        }
        throw new IllegalArgumentException("the body must be one JSON object");
    }
}
