package dev.sundog.routing.policy;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one rule said about one event.
 *
 * @param why what is wrong with the rule, or why it was passed over; absent otherwise
 * @param values the facts that its condition read, by name, as text of at most 500 chars
 */
public record RuleTrace(Rule rule, Said said, @Nullable String why, SortedMap<String, String> values) {

    public RuleTrace {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static RuleTrace of(Rule rule, Said said, @Nullable String why) {
        return new RuleTrace(rule, said, why, new TreeMap<>(Map.of()));
    }

    /** How a rule answered. */
    public enum Said {
        /** It matches. */
        YES,
        /** It does not match. */
        NO,
        /** It cannot be asked about this event, or about any. */
        BROKEN,
        /** It was not asked: it keeps events from becoming tickets, and this one ends its matter, or its time is over. */
        PASSED_OVER,
        /** An earlier rule had decided. */
        NOT_REACHED
    }
}
