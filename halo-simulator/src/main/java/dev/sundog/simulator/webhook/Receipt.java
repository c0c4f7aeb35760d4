package dev.sundog.simulator.webhook;

import java.util.Map;

/**
 * What a receiver made of a delivery.
 *
 * @param status 0 if there was no answer
 * @param body the answer, or why there was none; shortened
 */
public record Receipt(int status, Map<String, String> headers, String body) {

    public Receipt {
        headers = Map.copyOf(headers);
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }
}
