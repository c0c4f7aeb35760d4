package dev.sundog.simulator.control;

import java.util.Arrays;
import java.util.Map;

/**
 * A version of Halo, as far as its versions are known to differ. Each of its settings can be set apart afterwards.
 */
enum Profile {
    /** Halo's description of July 2026. */
    NEWER("2026", Map.of(Switch.CREATE_STATUS, 201, Switch.UNKNOWN_THIRD_PARTY_FILTER, false, Switch.TEAM_ID, true)),
    /** Halo's description of April 2025: no filter by {@code third_party_id_string}, no {@code team_id}, 200. */
    OLDER("2025-04", Map.of(Switch.CREATE_STATUS, 200, Switch.UNKNOWN_THIRD_PARTY_FILTER, true, Switch.TEAM_ID, false));

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of of immutable values
    private final Map<Switch, Object> settings;

    Profile(String key, Map<Switch, Object> settings) {
        this.key = key;
        this.settings = settings;
    }

    Map<Switch, Object> settings() {
        return settings;
    }

    static Profile of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no profile " + key + "; known: "
                        + Arrays.stream(values()).map(one -> one.key).toList()));
    }
}
