package dev.sundog.local.chaos;

import dev.sundog.local.chaos.isolation.Ailment;
import dev.sundog.local.chaos.script.HaloTrouble;
import dev.sundog.local.chaos.world.Site;
import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import dev.sundog.local.terminal.CommandFailure;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control desks of the simulated Halos. */
final class HttpHaloDesk {

    private static final String CREATE = "POST /Tickets";

    private final HttpJson simulator;

    HttpHaloDesk(String simulatorUrl) {
        this.simulator = new HttpJson(simulatorUrl, Map.of());
    }

    /** Opens a Halo with a modest latency and without a limit of its own. */
    void open(Site site) {
        if (!site.path().isEmpty()) {
            require(simulator.post("/_sim/tenants", "{\"name\":\"%s\"}".formatted(site.halo()), Map.of()));
        }
        options(site, "{\"rateLimit\":0,\"latencyMillis\":20}");
    }

    /** Begins a trouble. */
    void begin(Site site, HaloTrouble trouble, Slowness slowness) {
        long seed = site.halo().hashCode();
        switch (trouble) {
            case CREATES_CUT_AFTER -> fault(site, "drop-after", CREATE, 0.3, "\"seed\":" + seed);
            case CREATES_504_AFTER -> fault(site, "status-after", CREATE, 0.3, "\"status\":504,\"seed\":" + seed);
            case CREATES_LATE ->
                fault(site, "late", CREATE, 0.3, "\"millis\":%d,\"seed\":%d".formatted(slowness.lateMillis(), seed));
            case UPDATES_CUT_AFTER -> {
                fault(site, "drop-after", "POST /Actions", 0.5, "\"seed\":" + seed);
                fault(site, "drop-after", CREATE, 0.2, "\"seed\":" + seed);
            }
            case STATUS_500 -> fault(site, "status-before", "*", 0.5, "\"status\":500,\"seed\":" + seed);
            case HTML_502 -> fault(site, "html-502", "*", 1, "\"seed\":" + seed);
            case STATUS_429 -> fault(site, "rate-limit", "*", 0.25, "\"seed\":" + seed);
            case SLOW -> fault(site, "delay", "*", 1, "\"millis\":%d".formatted(slowness.slowMillis()));
            case SEARCH_LAG -> options(site, "{\"searchLagMillis\":%d}".formatted(slowness.lateMillis()));
            case TOKENS_REVOKED -> require(simulator.post(site.path() + "/_sim/tokens/revoke", "{}", Map.of()));
        }
    }

    /** Makes a Halo sick for good. */
    void begin(Site site, Ailment ailment) {
        switch (ailment) {
            case DEAD -> fault(site, "delay", "*", 1, "\"millis\":600000");
            case LIMITED -> fault(site, "rate-limit", "*", 1, "\"seed\":1");
            case SLOW -> fault(site, "delay", "*", 1, "\"millis\":2500");
        }
    }

    /** Ends all troubles of a Halo. */
    void end(Site site) {
        require(simulator.send("DELETE", site.path() + "/_sim/faults", "", Map.of()));
        options(site, "{\"searchLagMillis\":0}");
    }

    /** The API of a Halo, signed in. */
    HttpJson signIn(Site site) {
        HttpReply token = simulator.post(
                site.path() + "/auth/token",
                "grant_type=client_credentials&client_id=sundog-local&client_secret=sundog-local-secret&scope=all",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        require(token);
        String bearer = "Bearer " + token.body().path("access_token").asString("");
        return simulator.below(site.path() + "/api", Map.of("Authorization", bearer));
    }

    private void fault(Site site, String kind, String operation, double probability, String more) {
        String body = "{\"kind\":\"%s\",\"operation\":\"%s\",\"probability\":%s,%s}"
                .formatted(kind, operation, probability, more);
        require(simulator.post(site.path() + "/_sim/faults", body, Map.of()));
    }

    private void options(Site site, String json) {
        JsonNode body = JsonMapper.shared().readTree(json);
        require(simulator.put(site.path() + "/_sim/options", body, Map.of()));
    }

    private static void require(HttpReply reply) {
        if (!reply.ok()) {
            throw new CommandFailure("the simulator refuses: " + reply.summary());
        }
    }

    /**
     * How slow a slow Halo is.
     *
     * @param slowMillis longer than the connector waits for an answer
     * @param lateMillis within the quarantine
     */
    record Slowness(long slowMillis, long lateMillis) {}
}
