package dev.sundog.simulator;

import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.Scopes;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Opens and removes tenants over HTTP, under {@code /_sim/tenants}. */
final class TenantDesk {

    private static final Set<String> KEYS = Set.of("name", "hosts", "applications", "options", "profile", "customers");
    private static final Set<String> APPLICATION_KEYS = Set.of("clientId", "clientSecret", "scopes", "agentId");

    private final HaloTenants tenants;

    TenantDesk(HaloTenants tenants) {
        this.tenants = tenants;
    }

    /** Answers 400 with the reason in {@code error} to what it does not understand. */
    Answer answer(Call call) {
        List<String> segments = call.segments();
        boolean one = segments.size() == 3;
        try {
            return switch (call.method() + (one ? " one" : "")) {
                case "GET" ->
                    Answer.json(
                            200,
                            Map.of(
                                    "tenants",
                                    tenants.all().stream().map(TenantDesk::json).toList()));
                case "POST" -> Answer.json(201, json(tenants.add(read(call.body()))));
                case "GET one" ->
                    tenants.find(segments.get(2))
                            .map(tenant -> Answer.json(200, json(tenant)))
                            .orElseGet(() -> unknown(segments.get(2)));
                case "DELETE one" -> tenants.remove(segments.get(2)) ? Answer.empty(204) : unknown(segments.get(2));
                default -> Answer.empty(405).with("allow", one ? "GET, DELETE" : "GET, POST");
            };
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private static Answer unknown(String name) {
        return Answer.json(404, Map.of("error", "no tenant " + name));
    }

    /** No secrets. */
    private static Map<String, Object> json(HaloTenant tenant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", tenant.name());
        json.put("url", tenant.baseUri().toString());
        json.put("hosts", tenant.options().hosts());
        json.put(
                "applications",
                tenant.options().applications().stream()
                        .map(one -> Map.of(
                                "clientId",
                                one.clientId(),
                                "scopes",
                                one.scopes().toString()))
                        .toList());
        json.put("customers", tenant.options().customers());
        json.put("tickets", tenant.ticketCount());
        return json;
    }

    private static TenantOptions read(Body body) {
        if (!(body instanceof Body.Json(Map<?, ?> json))) {
            throw new IllegalArgumentException("the body must be one JSON object with a name");
        }
        refuseOthers(json, KEYS, "a tenant");
        Map<String, Object> switches = new HashMap<>();
        Object options = json.get("options");
        if (options instanceof Map<?, ?> map) {
            map.forEach((key, value) -> switches.put(String.valueOf(key), Objects.requireNonNull(value)));
        } else if (options != null) {
            throw new IllegalArgumentException("options must be an object: " + options);
        }
        if (json.get("profile") instanceof String profile) {
            switches.put("profile", profile);
        }
        return new TenantOptions(
                text(json, "name"),
                list(json, "hosts").stream().map(String::valueOf).toList(),
                list(json, "applications").stream().map(TenantDesk::application).toList(),
                switches,
                number(json, "customers", 0));
    }

    private static Application application(Object value) {
        if (!(value instanceof Map<?, ?> json)) {
            throw new IllegalArgumentException("an application is an object: " + value);
        }
        refuseOthers(json, APPLICATION_KEYS, "an application");
        String scopes = json.containsKey("scopes") ? text(json, "scopes") : "all";
        return new Application(
                text(json, "clientId"), text(json, "clientSecret"), Scopes.of(scopes), number(json, "agentId", 2));
    }

    private static void refuseOthers(Map<?, ?> json, Set<String> keys, String what) {
        List<Object> others = new ArrayList<>(json.keySet());
        others.removeAll(keys);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(what + " has no " + others + "; known: " + keys);
        }
    }

    private static String text(Map<?, ?> json, String key) {
        if (json.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(key + " must be a text");
    }

    private static int number(Map<?, ?> json, String key, int otherwise) {
        Object value = json.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(key + " must be a whole number: " + value);
    }

    private static List<?> list(Map<?, ?> json, String key) {
        Object value = json.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(key + " must be an array: " + value);
    }
}
