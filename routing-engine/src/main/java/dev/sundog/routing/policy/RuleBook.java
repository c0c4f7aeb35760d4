package dev.sundog.routing.policy;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Condition.Answer;
import dev.sundog.routing.policy.Condition.Facts;
import dev.sundog.routing.ticket.TicketTemplate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Asks policies about events. Compiles each version of a policy once. Safe from any thread. */
public final class RuleBook {

    private final CelConditions conditions = new CelConditions();
    private final ConcurrentMap<String, Compiled> compiled = new ConcurrentHashMap<>();

    /**
     * Asks a policy about one event. Rules that keep an event from becoming a ticket are passed over for one that ends its
     * matter: the ticket it closes may be older than the rule.
     *
     * @param now a rule that parks until then or earlier is passed over too
     */
    public Verdict ask(Policy policy, Event event, Organization organization, Instant now) {
        var facts = new Facts(event, organization);
        TicketTemplate fields = TicketTemplate.NONE;
        Rule first = null;
        for (var line : compiled(policy).lines()) {
            var rule = line.rule();
            if (passedOver(rule, event, now)) {
                continue;
            }
            switch (line.condition().ask(facts)) {
                case Answer.No() -> {}
                case Answer.Broken broken -> {
                    return new Verdict.Failed(rule, broken.why());
                }
                case Answer.Yes() -> {
                    var end = ending(rule);
                    if (end != null) {
                        return end;
                    }
                    fields = fields.over(rule.then());
                    first = first == null ? rule : first;
                    if (!rule.goOn()) {
                        return new Verdict.Route(fields, first);
                    }
                }
            }
        }
        return new Verdict.Route(fields, first);
    }

    private static boolean passedOver(Rule rule, Event event, Instant now) {
        var until = rule.parkUntil();
        return switch (rule.action()) {
            case ROUTE -> false;
            case SUPPRESS -> event.over();
            case PARK -> event.over() || (until != null && !now.isBefore(until));
        };
    }

    private static @Nullable Verdict ending(Rule rule) {
        return switch (rule.action()) {
            case ROUTE -> null;
            case SUPPRESS -> new Verdict.Suppress(rule);
            case PARK -> new Verdict.Wait(rule);
        };
    }

    private Compiled compiled(Policy policy) {
        var known = compiled.get(policy.id());
        // The same version is the same object as long as nothing was published; a policy made anew may repeat a
        // version.
        if (known != null && known.policy().equals(policy)) {
            return known;
        }
        var lines = policy.rules().stream()
                .map(rule -> new Line(rule, conditions.compile(rule.when())))
                .toList();
        var fresh = new Compiled(policy, lines);
        compiled.put(policy.id(), fresh);
        return fresh;
    }

    private record Compiled(Policy policy, List<Line> lines) {}

    private record Line(Rule rule, Condition condition) {}
}
