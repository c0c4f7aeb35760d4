package dev.sundog.routing.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a policy gives to its expressions besides the event: tables and working hours. Safe from any thread. */
public final class Setting {

    /** No tables, no working hours. */
    public static final Setting NONE = new Setting(Map.of(), WorkCalendar.NONE);

    private final Map<String, Map<String, String>> tables = new HashMap<>();
    private final WorkCalendar calendar;

    /**
     * Puts a setting together.
     *
     * @param lookups tables by their names, sorted by their keys
     */
    public Setting(Map<String, Map<String, String>> lookups, WorkCalendar calendar) {
        lookups.forEach((name, table) -> tables.put(FactNames.LOOKUPS + name, table));
        this.calendar = calendar;
    }

    /** Names of the facts that come from tables. */
    Set<String> tables() {
        return tables.keySet();
    }

    /** The table that is known to expressions by this name; null for none. */
    @Nullable
    Map<String, String> table(String fact) {
        return tables.get(fact);
    }

    WorkCalendar calendar() {
        return calendar;
    }
}
