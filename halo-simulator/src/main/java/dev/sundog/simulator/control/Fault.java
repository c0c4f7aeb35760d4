package dev.sundog.simulator.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing to go wrong.
 *
 * @param operation as in the journal, for example {@code POST /Tickets}; {@code *} is every request to API and tokens
 * @param probability chance for each matching request, above 0 up to 1
 * @param count how often it happens at most; 0 is without end
 * @param pause of {@code DELAY} and {@code LATE}; above zero there
 * @param status of the status kinds and of {@code LATE}; 0 is the kind's own
 * @param seed makes the chances repeatable
 */
public record Fault(
        FaultKind kind, String operation, double probability, int count, Duration pause, int status, long seed) {

    private static final Duration PAUSE = Duration.ofSeconds(2);

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
    }

    /** Goes wrong at every request of the operation, until cleared. */
    public static Fault of(FaultKind kind, String operation) {
        return new Fault(kind, operation, 1, 0, PAUSE, 0, 0);
    }

    public Fault times(int most) {
        return new Fault(kind, operation, probability, most, pause, status, seed);
    }

    public Fault lasting(Duration length) {
        return new Fault(kind, operation, probability, count, length, status, seed);
    }

    public Fault answering(int code) {
        return new Fault(kind, operation, probability, count, pause, code, seed);
    }

    public Fault withChance(double chance, long randomSeed) {
        return new Fault(kind, operation, chance, count, pause, status, randomSeed);
    }

    boolean concerns(String requested) {
        return operation.equals("*") || operation.equalsIgnoreCase(requested);
    }

    int statusOr(int usual) {
        return status == 0 ? usual : status;
    }

    static Fault read(Map<?, ?> json) {
        for (Object key : json.keySet()) {
            if (!toJson(of(FaultKind.DELAY, "*")).containsKey(String.valueOf(key))) {
                throw new IllegalArgumentException("a fault has no " + key);
            }
        }
        Object operation = json.containsKey("operation") ? json.get("operation") : "*";
        return new Fault(
                FaultKind.of(String.valueOf(json.get("kind"))),
                String.valueOf(operation),
                number(json, "probability", 1).doubleValue(),
                number(json, "count", 0).intValue(),
                Duration.ofMillis(number(json, "millis", PAUSE.toMillis()).longValue()),
                number(json, "status", 0).intValue(),
                number(json, "seed", 0).longValue());
    }

    private static Number number(Map<?, ?> json, String key, Number otherwise) {
        Object value = json.containsKey(key) ? json.get(key) : otherwise;
        if (value instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException(key + " must be a number: " + value);
    }

    static Map<String, Object> toJson(Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", fault.kind.key());
        json.put("operation", fault.operation);
        json.put("probability", fault.probability);
        json.put("count", fault.count);
        json.put("millis", fault.pause.toMillis());
        json.put("status", fault.status);
        json.put("seed", fault.seed);
        return json;
    }
}
