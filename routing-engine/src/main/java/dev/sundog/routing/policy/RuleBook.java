package dev.sundog.routing.policy;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.expression.CelExpressions;
import dev.sundog.routing.expression.Facts;
import dev.sundog.routing.expression.Outcome;
import dev.sundog.routing.expression.Setting;
import dev.sundog.routing.policy.RuleTrace.Said;
import dev.sundog.routing.ticket.TicketTemplate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Asks policies about events. Compiles each version of a policy once. Safe from any thread. */
public final class RuleBook {

    private final CelExpressions plain;
    private final ConcurrentMap<String, CompiledPolicy> compiled;
    private final Witness witness;

    public RuleBook() {
        this(new CelExpressions(Setting.NONE), new ConcurrentHashMap<>(), Witness.NONE);
    }

    private RuleBook(CelExpressions plain, ConcurrentMap<String, CompiledPolicy> compiled, Witness witness) {
        this.plain = plain;
        this.compiled = compiled;
        this.witness = witness;
    }

    /** The same rules, asked in the same way, with somebody listening. */
    public RuleBook heardBy(Witness listener) {
        return new RuleBook(plain, compiled, listener);
    }

    /**
     * What the expressions of a policy, and of the places around it, see of one event.
     *
     * @param lineage the organization and those above it, nearest first
     */
    public Facts facts(Policy policy, Event event, List<Organization> lineage) {
        return new Facts(event, lineage, compiled(policy).setting());
    }

    /** Asks a policy about one event of an organization that nobody stands above. */
    public Verdict ask(Policy policy, Event event, Organization organization, Instant now) {
        return ask(policy, facts(policy, event, List.of(organization)), now);
    }

    /**
     * Asks a policy about one event. Rules that keep an event from becoming a ticket are passed over for one that ends its
     * matter: the ticket it closes may be older than the rule.
     *
     * @param now a rule that parks until then or earlier is passed over too
     */
    public Verdict ask(Policy policy, Facts facts, Instant now) {
        return ask(policy, facts, now, false);
    }

    /**
     * As {@link #ask(Policy, Facts, Instant)}.
     *
     * @param released true: a person released the event, and every rule that parks is passed over
     */
    public Verdict ask(Policy policy, Facts facts, Instant now, boolean released) {
        var asked = compiled(policy);
        TicketTemplate fields = TicketTemplate.NONE;
        Rule first = null;
        for (var line : asked.lines()) {
            var rule = line.rule();
            if (passedOver(rule, facts.event(), now) || (released && rule.action() == Rule.Action.PARK)) {
                tell(rule, facts.event());
                continue;
            }
            var outcome = line.when() == null ? Outcome.YES : line.when().evaluate(facts);
            tell(line, outcome, facts);
            if (outcome instanceof Outcome.Broken(var why)) {
                return new Verdict.Failed(rule, why);
            }
            if (!outcome.equals(Outcome.YES)) {
                continue;
            }
            var end = ending(rule);
            if (end != null) {
                return end;
            }
            first = first == null ? rule : first;
            switch (asked.fill(rule.then(), facts)) {
                case Filled.Broken(var why) -> {
                    return new Verdict.Failed(rule, why);
                }
                case Filled.Ready(var filled) -> fields = fields.over(filled);
            }
            if (!rule.goOn()) {
                break;
            }
        }
        return routed(asked, fields, first, facts);
    }

    /** Computes the fields that a connection or an organization sets: outside of policies, so without their tables. */
    public Filled fill(TicketTemplate fields, Facts facts) {
        return ComputedFields.fill(fields, plain, facts);
    }

    private static Verdict routed(CompiledPolicy asked, TicketTemplate fields, @Nullable Rule first, Facts facts) {
        return switch (asked.fill(asked.policy().defaults(), facts)) {
            case Filled.Broken(var why) -> new Verdict.Failed(first, "defaults: " + why);
            case Filled.Ready(var defaults) -> new Verdict.Route(fields.over(defaults), first);
        };
    }

    private static boolean passedOver(Rule rule, Event event, Instant now) {
        var until = rule.parkUntil();
        return switch (rule.action()) {
            case ROUTE -> false;
            case SUPPRESS -> event.over();
            case PARK -> event.over() || (until != null && !now.isBefore(until));
        };
    }

    private void tell(CompiledPolicy.Line line, Outcome outcome, Facts facts) {
        if (witness.equals(Witness.NONE)) {
            return;
        }
        var rule = line.rule();
        if (line.when() == null) {
            witness.heard(RuleTrace.of(rule, Said.YES, null));
            return;
        }
        var values = line.when().show(facts);
        witness.heard(
                outcome instanceof Outcome.Broken(var why)
                        ? new RuleTrace(rule, Said.BROKEN, why, values)
                        : new RuleTrace(rule, outcome.equals(Outcome.YES) ? Said.YES : Said.NO, null, values));
    }

    private void tell(Rule rule, Event event) {
        if (!witness.equals(Witness.NONE)) {
            var why = event.over() ? "the event ends its matter" : "its time is over: " + rule.parkUntil();
            witness.heard(RuleTrace.of(rule, Said.PASSED_OVER, why));
        }
    }

    private static @Nullable Verdict ending(Rule rule) {
        return switch (rule.action()) {
            case ROUTE -> null;
            case SUPPRESS -> new Verdict.Suppress(rule);
            case PARK -> new Verdict.Wait(rule);
        };
    }

    private CompiledPolicy compiled(Policy policy) {
        var known = compiled.get(policy.id());
        if (known != null && known.isOf(policy)) {
            return known;
        }
        // A policy made anew may repeat a version; one that was only read again is compiled already.
        var fresh = known != null && known.policy().equals(policy) ? known.as(policy) : new CompiledPolicy(policy);
        compiled.put(policy.id(), fresh);
        return fresh;
    }
}
