package dev.sundog.simulator.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the switches stand. Safe from any thread. */
public final class Switches {

    private final Map<Switch, Object> settings = new ConcurrentHashMap<>();

    public Switches() {
        reset();
    }

    public boolean on(Switch which) {
        return Boolean.TRUE.equals(settings.get(which));
    }

    public int number(Switch which) {
        return settings.get(which) instanceof Integer number ? number : 0;
    }

    /**
     * Sets one switch.
     *
     * @throws IllegalArgumentException if the value is not of the switch's kind, or a number below zero
     */
    public void set(Switch which, Object value) {
        if (value.getClass() != which.initial().getClass() || (value instanceof Integer number && number < 0)) {
            throw new IllegalArgumentException(
                    "%s must be like %s, not %s".formatted(which.key(), which.initial(), value));
        }
        if (which == Switch.PROFILE) {
            settings.putAll(Profile.of(value.toString()).settings());
        }
        settings.put(which, value);
    }

    /**
     * Sets switches by their keys, the profile first.
     *
     * @throws IllegalArgumentException if a key is unknown or a value does not fit; the others may be set by then
     */
    public void set(Map<?, ?> values) {
        Object profile = values.get(Switch.PROFILE.key());
        if (profile != null) {
            set(Switch.PROFILE, profile);
        }
        values.forEach((key, value) -> setOne(key, value));
    }

    private void setOne(Object key, Object value) {
        if (Switch.PROFILE.key().equals(key)) {
            return;
        }
        set(
                Switch.of(String.valueOf(key))
                        .orElseThrow(
                                () -> new IllegalArgumentException("no option " + key + "; known: " + all().keySet())),
                value);
    }

    /** Every key with its value. */
    public Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Switch which : Switch.values()) {
            all.put(which.key(), settings.getOrDefault(which, which.initial()));
        }
        return all;
    }

    public void reset() {
        for (Switch which : Switch.values()) {
            settings.put(which, which.initial());
        }
    }
}
