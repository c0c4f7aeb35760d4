package dev.sundog.simulator.contract;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer over HTTP. */
public record Reply(int status, HttpHeaders headers, String body) {

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    public int id() {
        return json().path("id").intValue();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
