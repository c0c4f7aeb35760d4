package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The faults that are waiting for their requests. Safe from any thread. */
public final class Faults {

    private final List<Armed> armed = new CopyOnWriteArrayList<>();

    public void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    public void clear() {
        armed.clear();
    }

    /** Each with how often it struck so far, in the order in which they strike. */
    List<Map<String, Object>> toJson() {
        return armed.stream().map(Armed::toJson).toList();
    }

    /** The faults that strike this request, in the order of their coming; each is counted. */
    List<Fault> strike(String operation, String application, Call call) {
        return armed.isEmpty()
                ? List.of()
                : struck(fault -> !fault.kind().ofWebhooks()
                        && fault.concerns(operation, application)
                        && RequestDistortion.fits(fault, call));
    }

    /** The faults that strike the delivery of an event; each is counted. */
    public List<Fault> strikeWebhook(String event) {
        return armed.isEmpty() ? List.of() : struck(fault -> fault.kind().ofWebhooks() && fault.concerns(event, ""));
    }

    private List<Fault> struck(Predicate<Fault> concerned) {
        List<Fault> struck = new ArrayList<>();
        for (Armed one : armed) {
            if (concerned.test(one.fault) && one.strikes()) {
                struck.add(one.fault);
            }
        }
        armed.removeIf(Armed::spent);
        return struck;
    }

    private static final class Armed {

        private final Fault fault;
        private final Random random;
        private int strikes;

        Armed(Fault fault) {
            this.fault = fault;
            this.random = new Random(fault.seed());
        }

        synchronized boolean strikes() {
            if (spent() || random.nextDouble() >= fault.probability()) {
                return false;
            }
            strikes++;
            return true;
        }

        synchronized boolean spent() {
            return fault.count() > 0 && strikes >= fault.count();
        }

        synchronized Map<String, Object> toJson() {
            Map<String, Object> json = fault.toJson();
            json.put("struck", strikes);
            return json;
        }
    }
}
