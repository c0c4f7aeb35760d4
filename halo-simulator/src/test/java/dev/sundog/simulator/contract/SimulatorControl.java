package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The switches and faults of a simulator, under {@code /_sim} beside its {@code /api}. A real Halo has none. */
public final class SimulatorControl {

    private static final Map<URI, Boolean> KNOWN = new ConcurrentHashMap<>();

    private final HaloCaller control;

    private SimulatorControl(HaloCaller control) {
        this.control = control;
    }

    /** Asks whether there is one, once for each address. */
    static Optional<SimulatorControl> of(HaloUnderTest halo) {
        URI root = URI.create(halo.api().toString().replaceFirst("/api/?$", "") + "/_sim");
        HaloCaller control = new HaloCaller(new HaloUnderTest(root, root, "", "", 0, 0, 0, 0));
        boolean up = KNOWN.computeIfAbsent(root, _ -> isUp(control));
        return up ? Optional.of(new SimulatorControl(control)) : Optional.empty();
    }

    private static boolean isUp(HaloCaller control) {
        Reply health = control.get("/health");
        return health.status() == 200 && health.body().contains("\"UP\"");
    }

    /** Sets a switch; the value as it stands in JSON. */
    public void set(String option, Object value) {
        Reply reply = control.put("/options", "{\"%s\":%s}".formatted(option, value));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** Arms a fault, written as the members of its JSON object: {@code "kind":"delay",…}. */
    public void fault(String members) {
        Reply reply = control.post("/faults", "{" + members + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    public void clearFaults() {
        control.delete("/faults");
    }

    /** The latest request of that operation, as the journal has it. */
    public JsonNode latest(String operation) {
        return get("/journal?limit=1&operation=" + operation.replace(" ", "%20"))
                .json()
                .path("entries")
                .path(0);
    }

    /** Says what an agent may do, written as JSON; see {@code /_sim/agents/{id}}. */
    public void rights(int agent, String json) {
        Reply reply = control.put("/agents/" + agent, json);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    public Reply get(String path) {
        return control.get(path);
    }

    public Reply put(String path, String json) {
        return control.put(path, json);
    }

    public Reply post(String path, String json) {
        return control.post(path, json);
    }
}
