package dev.sundog.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults that are waiting for their requests. Safe from any thread. */
public final class Faults {

    private final List<Armed> armed = new CopyOnWriteArrayList<>();

    public void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    public void clear() {
        armed.clear();
    }

    public List<Fault> all() {
        return armed.stream().map(one -> one.fault).toList();
    }

    /** The faults that strike this request; each is counted. */
    List<Fault> strike(String operation) {
        if (armed.isEmpty()) {
            return List.of();
        }
        List<Fault> struck = new ArrayList<>();
        for (Armed one : armed) {
            if (one.strikes(operation)) {
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

        synchronized boolean strikes(String operation) {
            if (spent() || !fault.concerns(operation) || random.nextDouble() >= fault.probability()) {
                return false;
            }
            strikes++;
            return true;
        }

        synchronized boolean spent() {
            return fault.count() > 0 && strikes >= fault.count();
        }
    }
}
