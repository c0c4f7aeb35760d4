package dev.sundog.routing.silence;

import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/** Finds the part of a recurrence rule that is wrong: the library says what, not where. */
final class RruleFault {

    private RruleFault() {}

    /** What is wrong, with the part and where it begins, counted from zero. */
    static String where(String rule, InvalidRecurrenceRuleException fault) {
        if (rule.isBlank()) {
            return "must not be blank; write a rule like FREQ=WEEKLY;BYDAY=SU";
        }
        int at = 0;
        for (var part : rule.split(";", -1)) {
            if (wrongAlone(part)) {
                return "'" + part + "' at " + at + ": " + fault.getMessage();
            }
            at += part.length() + 1;
        }
        return String.valueOf(fault.getMessage());
    }

    private static boolean wrongAlone(String part) {
        try {
            return new RecurrenceRule(alone(part), RfcMode.RFC5545_STRICT)
                    .toString()
                    .isEmpty();
        } catch (InvalidRecurrenceRuleException wrong) {
            return true;
        }
    }

    /** A rule with this part and only what it cannot be without; yearly is the frequency that goes with every other part. */
    private static String alone(String part) {
        if (part.startsWith("FREQ=")) {
            return part;
        }
        return (part.startsWith("BYSETPOS=") ? "FREQ=YEARLY;BYMONTH=1;" : "FREQ=YEARLY;") + part;
    }
}
