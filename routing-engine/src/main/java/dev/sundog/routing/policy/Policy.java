package dev.sundog.routing.policy;

import dev.sundog.routing.expression.BusinessHours;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's ordered rules; the first that matches decides.
 *
 * @param defaults ticket fields where no rule sets them
 * @param lookups tables for conditions and expressions, by name, in the order of their names and keys
 * @param businessHours when people work; nobody knows where absent
 * @param shadow a draft that decides beside and changes nothing; its version is the draft's, and it has no shadow itself
 */
public record Policy(
        String id,
        String tenantId,
        long version,
        List<Rule> rules,
        TicketTemplate defaults,
        Map<String, Map<String, String>> lookups,
        @Nullable BusinessHours businessHours,
        @Nullable Policy shadow) {

    public Policy {
        rules = List.copyOf(rules);
        var tables = new TreeMap<String, Map<String, String>>();
        lookups.forEach((name, table) -> tables.put(name, Collections.unmodifiableMap(new TreeMap<>(table))));
        lookups = Collections.unmodifiableMap(tables);
    }

    /** A policy of rules alone. */
    public Policy(String id, String tenantId, long version, List<Rule> rules) {
        this(id, tenantId, version, rules, TicketTemplate.NONE, Map.of(), null, null);
    }
}
