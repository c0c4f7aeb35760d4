package dev.sundog.routing.decision;

import dev.sundog.event.FailureReason;
import dev.sundog.routing.customer.Customers;
import dev.sundog.routing.customer.Mapping.Mapped;
import dev.sundog.routing.customer.Mapping.Missing;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Refused;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Minutes;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.policy.Verdict;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.ticket.TicketTemplate;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what becomes of events, in stages: sound? mapped? which policy, which rule? which ticket?
 *
 * <p>A pure function: the same event and configuration give the same decision; of the time it matters only whether a rule that
 * parks until then has ended. Never reads a record of another tenant into a decision.
 */
public final class Router {

    private final RuleBook ruleBook;
    private final TicketWriter writer;

    public Router(RuleBook ruleBook, TicketWriter writer) {
        this.ruleBook = ruleBook;
        this.writer = writer;
    }

    /** A router that shares nothing with others, not even compiled rules. */
    public static Router alone() {
        return new Router(new RuleBook(), new TicketWriter(new TicketTexts()));
    }

    /**
     * Decides one event.
     *
     * @param now decides only whether a rule that parks until a time has ended
     */
    public Decision decide(Event event, Configuration configuration, Instant now) {
        var blank = event.blankNames();
        if (!blank.isEmpty()) {
            var trail = new Trail(event.senderTenantId(), null, null, null, null);
            return new Refused(trail, FailureReason.INVALID_EVENT, "blank: " + String.join(", ", blank));
        }
        return switch (Customers.map(event.organizationId(), event.senderTenantId(), configuration)) {
            case Missing missing -> parked(missing, event);
            case Mapped mapped -> decide(event, mapped, configuration, now);
        };
    }

    /**
     * Decides one event and tells what every rule said. The decision is made by {@link #decide}, with somebody listening; it may
     * take several times as long.
     */
    public Explanation explain(Event event, Configuration configuration, Instant now) {
        var minutes = new Minutes();
        var decision = new Router(ruleBook.heardBy(minutes), writer).decide(event, configuration, now);
        return new Explanation(decision, minutes.of(decision.trail().policy()));
    }

    private Decision decide(Event event, Mapped mapped, Configuration configuration, Instant now) {
        var trail = new Trail(mapped.organization().tenantId(), mapped.organization(), mapped.connection(), null, null);
        var policyId = Optional.ofNullable(mapped.organization().policyId())
                .or(() -> Optional.ofNullable(mapped.connection().policyId()));
        if (policyId.isEmpty()) {
            return routed(event, mapped, trail, TicketTemplate.NONE);
        }
        var policy = configuration
                .policy(policyId.get())
                .filter(found -> found.tenantId().equals(mapped.organization().tenantId()));
        if (policy.isEmpty()) {
            var detail = "policy " + policyId.get() + " is not known";
            return new Parked(trail, FailureReason.RULE_ERROR, detail, null, true);
        }
        return judged(event, mapped, policy.get(), now);
    }

    private Decision judged(Event event, Mapped mapped, Policy policy, Instant now) {
        var asked =
                new Trail(mapped.organization().tenantId(), mapped.organization(), mapped.connection(), policy, null);
        return switch (ruleBook.ask(policy, event, mapped.organization(), now)) {
            case Verdict.Route(TicketTemplate fields, var rule) -> routed(event, mapped, asked.matched(rule), fields);
            case Verdict.Suppress(Rule rule) -> new Suppressed(asked.matched(rule), why(rule, "suppressed"));
            case Verdict.Wait(Rule rule) ->
                new Parked(asked.matched(rule), FailureReason.RULE_ERROR, why(rule, "parked"), rule.parkUntil(), false);
            case Verdict.Failed(Rule rule, String why) ->
                new Parked(
                        asked.matched(rule),
                        FailureReason.RULE_ERROR,
                        "rule " + rule.name() + " failed: " + why,
                        null,
                        false);
        };
    }

    private Decision routed(Event event, Mapped mapped, Trail trail, TicketTemplate rules) {
        var fields = rules.over(mapped.connection().defaults());
        for (var inherited : mapped.inherited().reversed()) {
            fields = inherited.over(fields);
        }
        return switch (writer.write(event, mapped, fields)) {
            case TicketWriter.Written.Ready(var wish) -> new Routed(trail, wish);
            case TicketWriter.Written.Unwritable(var why) ->
                new Parked(trail, FailureReason.RULE_ERROR, why, null, false);
        };
    }

    private static Parked parked(Missing missing, Event event) {
        var organization = missing.organization();
        var tenantId = organization == null ? event.senderTenantId() : organization.tenantId();
        var trail = new Trail(tenantId, organization, missing.connection(), null, null);
        return new Parked(trail, missing.reason(), missing.detail(), null, missing.wholeOrganization());
    }

    private static String why(Rule rule, String what) {
        return what + " by rule " + rule.name() + (rule.reason() == null ? "" : ": " + rule.reason());
    }
}
