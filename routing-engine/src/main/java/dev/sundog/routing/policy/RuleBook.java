package dev.sundog.routing.policy;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Condition.Answer;
import dev.sundog.routing.policy.Condition.Facts;
import dev.sundog.routing.policy.RuleTrace.Said;
import dev.sundog.routing.ticket.TicketTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Asks policies about events. Compiles each version of a policy once. Safe from any thread. */
public final class RuleBook {

    private final CelConditions conditions;
    private final ConcurrentMap<String, Compiled> compiled;
    private final Witness witness;

    public RuleBook() {
        this(new CelConditions(), new ConcurrentHashMap<>(), Witness.NONE);
    }

    private RuleBook(CelConditions conditions, ConcurrentMap<String, Compiled> compiled, Witness witness) {
        this.conditions = conditions;
        this.compiled = compiled;
        this.witness = witness;
    }

    /** The same rules, asked in the same way, with somebody listening. */
    public RuleBook heardBy(Witness listener) {
        return new RuleBook(conditions, compiled, listener);
    }

    /**
     * Asks a policy about one event. Rules that keep an event from becoming a ticket are passed over for one that ends its
     * matter: the ticket it closes may be older than the rule.
     *
     * @param now a rule that parks until then or earlier is passed over too
     */
    public Verdict ask(Policy policy, Event event, Organization organization, Instant now) {
        return ask(policy, event, organization, now, false);
    }

    /**
     * As {@link #ask(Policy, Event, Organization, Instant)}.
     *
     * @param released true: a person released the event, and every rule that parks is passed over
     */
    public Verdict ask(Policy policy, Event event, Organization organization, Instant now, boolean released) {
        var facts = new Facts(event, organization);
        TicketTemplate fields = TicketTemplate.NONE;
        Rule first = null;
        for (var line : compiled(policy).lines()) {
            var rule = line.rule();
            if (passedOver(rule, event, now) || (released && rule.action() == Rule.Action.PARK)) {
                tell(rule, event);
                continue;
            }
            var answer = line.condition().ask(facts);
            tell(line, answer, facts);
            switch (answer) {
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

    /** Why a condition cannot be asked; empty for one that can. */
    public Optional<String> refusal(@Nullable String when) {
        return conditions.refusal(when);
    }

    private static boolean passedOver(Rule rule, Event event, Instant now) {
        var until = rule.parkUntil();
        return switch (rule.action()) {
            case ROUTE -> false;
            case SUPPRESS -> event.over();
            case PARK -> event.over() || (until != null && !now.isBefore(until));
        };
    }

    private void tell(Line line, Answer answer, Facts facts) {
        if (witness.equals(Witness.NONE)) {
            return;
        }
        var values = line.condition().read(facts);
        var rule = line.rule();
        witness.heard(
                switch (answer) {
                    case Answer.Yes() -> new RuleTrace(rule, Said.YES, null, values);
                    case Answer.No() -> new RuleTrace(rule, Said.NO, null, values);
                    case Answer.Broken(var why) -> new RuleTrace(rule, Said.BROKEN, why, values);
                });
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
