package dev.sundog.connector.simulation;

import java.util.EnumMap;
import java.util.Map;

/** How likely each fault is in one schedule, in permille of its chances. Each schedule has some faults and lacks others. */
final class Weather {

    private final Map<Fault, Integer> rates = new EnumMap<>(Fault.class);
    private boolean calm;

    Weather(Chance chance) {
        int presence = (int) chance.between(50, 400);
        for (Fault fault : Fault.values()) {
            if (chance.permille(presence)) {
                rates.put(fault, (int) chance.between(10, 450));
            }
        }
    }

    boolean has(Fault fault) {
        return rates.containsKey(fault);
    }

    /** Whether it happens at this chance. */
    boolean strikes(Fault fault, Chance chance) {
        Integer rate = rates.get(fault);
        return rate != null && !calm && chance.permille(rate);
    }

    void without(Fault fault) {
        rates.remove(fault);
    }

    /** No more faults from now on. */
    void calm() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    @Override
    public String toString() {
        return rates.toString();
    }
}
