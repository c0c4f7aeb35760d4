package dev.sundog.simulator.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing to go wrong.
 *
 * @param operation as in the journal, for example {@code POST /Tickets}; {@code *} is every request to API and tokens.
 *     Of the webhook kinds it is {@code WEBHOOK} and the number of the event
 * @param application client id of the application that it strikes; {@code *} is each
 * @param probability chance for each matching request, above 0 up to 1
 * @param count how often it happens at most; 0 is without end
 * @param pause of the kinds that wait
 * @param status of the status kinds, of {@code LATE} and of {@code NUMBER_COLLISION}; 0 is the kind's own
 * @param value what the kind says; empty if it says nothing
 * @param seed makes the chances repeatable
 */
public record Fault(
        FaultKind kind,
        String operation,
        String application,
        double probability,
        int count,
        Duration pause,
        int status,
        String value,
        long seed) {

    private static final String ANY = "*";

    public Fault {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be above 0 and at most 1: " + probability);
        }
        if (count < 0 || pause.isNegative()) {
            throw new IllegalArgumentException("count and millis must not be negative");
        }
        if (status != 0 && (status < 200 || status > 599)) {
            throw new IllegalArgumentException("status must be 200 to 599: " + status);
        }
        if (kind == FaultKind.FIELD_DROPPED && value.isBlank()) {
            throw new IllegalArgumentException("value must name the field that is dropped");
        }
        if (kind == FaultKind.LARGE_DETAILS && !value.matches("|\\d{1,9}")) {
            throw new IllegalArgumentException("value of large-details must be a number of characters: " + value);
        }
        if (kind == FaultKind.RATE_LIMIT && !value.matches("|none|seconds|date")) {
            throw new IllegalArgumentException("value of rate-limit must be none, seconds or date: " + value);
        }
    }

    /**
     * Goes wrong at every request of the operation, until cleared.
     *
     * @throws IllegalArgumentException for a kind that needs a value
     */
    public static Fault of(FaultKind kind, String operation) {
        return new Fault(kind, operation, ANY, 1, 0, kind.usualPause(), 0, "", 0);
    }

    /** A field is taken out of all that this operation writes, until cleared. */
    public static Fault dropping(String field, String operation) {
        return new Fault(FaultKind.FIELD_DROPPED, operation, ANY, 1, 0, Duration.ZERO, 0, field, 0);
    }

    public Fault times(int most) {
        return new Fault(kind, operation, application, probability, most, pause, status, value, seed);
    }

    public Fault lasting(Duration length) {
        return new Fault(kind, operation, application, probability, count, length, status, value, seed);
    }

    public Fault answering(int code) {
        return new Fault(kind, operation, application, probability, count, pause, code, value, seed);
    }

    public Fault withChance(double chance, long randomSeed) {
        return new Fault(kind, operation, application, chance, count, pause, status, value, randomSeed);
    }

    /** Strikes one application alone. */
    public Fault against(String clientId) {
        return new Fault(kind, operation, clientId, probability, count, pause, status, value, seed);
    }

    public Fault saying(String what) {
        return new Fault(kind, operation, application, probability, count, pause, status, what, seed);
    }

    boolean concerns(String requested, String clientId) {
        return (operation.equals(ANY) || operation.equalsIgnoreCase(requested))
                && (application.equals(ANY) || application.equals(clientId));
    }

    int statusOr(int usual) {
        return status == 0 ? usual : status;
    }

    static Fault read(Map<?, ?> json) {
        for (Object key : json.keySet()) {
            if (!of(FaultKind.DELAY, ANY).toJson().containsKey(String.valueOf(key))) {
                throw new IllegalArgumentException("a fault has no " + key);
            }
        }
        FaultKind kind = FaultKind.of(text(json, "kind", ""));
        return new Fault(
                kind,
                text(json, "operation", ANY),
                text(json, "application", ANY),
                number(json, "probability", 1).doubleValue(),
                number(json, "count", 0).intValue(),
                Duration.ofMillis(
                        number(json, "millis", kind.usualPause().toMillis()).longValue()),
                number(json, "status", 0).intValue(),
                text(json, "value", ""),
                number(json, "seed", 0).longValue());
    }

    private static String text(Map<?, ?> json, String key, String otherwise) {
        return json.containsKey(key) ? String.valueOf(json.get(key)) : otherwise;
    }

    private static Number number(Map<?, ?> json, String key, Number otherwise) {
        Object value = json.containsKey(key) ? json.get(key) : otherwise;
        if (value instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException(key + " must be a number: " + value);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind.key());
        json.put("operation", operation);
        json.put("application", application);
        json.put("probability", probability);
        json.put("count", count);
        json.put("millis", pause.toMillis());
        json.put("status", status);
        json.put("value", value);
        json.put("seed", seed);
        return json;
    }
}
