package dev.sundog.routing.policy;

import dev.sundog.routing.ticket.TicketTemplate;
import org.jspecify.annotations.Nullable;

/** What a policy says about one event. The rule is absent where none matched. */
public sealed interface Verdict {

    /**
     * It becomes a ticket.
     *
     * @param fields what the matching rules set; of rules that set the same, the earlier counts
     */
    record Route(TicketTemplate fields, @Nullable Rule rule) implements Verdict {}

    /** It needs no ticket. */
    record Suppress(Rule rule) implements Verdict {}

    /** It waits for a person or a time. */
    record Wait(Rule rule) implements Verdict {}

    /** A rule, or the fields of the policy, could not be asked, so nobody knows what the event should become. */
    record Failed(@Nullable Rule rule, String why) implements Verdict {}
}
