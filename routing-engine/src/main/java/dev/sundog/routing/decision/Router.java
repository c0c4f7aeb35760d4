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
import dev.sundog.routing.expression.Facts;
import dev.sundog.routing.expression.Setting;
import dev.sundog.routing.policy.Filled;
import dev.sundog.routing.policy.Minutes;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.policy.RuleBook;
import dev.sundog.routing.policy.Verdict;
import dev.sundog.routing.silence.Hush;
import dev.sundog.routing.silence.Silence;
import dev.sundog.routing.silence.SilenceBook;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.ticket.TicketTemplate;
import java.time.Instant;

/**
 * Decides what becomes of events, in stages: sound? mapped? silenced? which policy, which rule? which ticket?
 *
 * <p>A pure function: the same event and configuration give the same decision; of the time it matters only whether a
 * silence or a rule that parks is in force. Never reads a record of another tenant into a decision.
 */
public final class Router {

    private final RuleBook ruleBook;
    private final SilenceBook silences;
    private final TicketWriter writer;

    public Router(RuleBook ruleBook, TicketWriter writer) {
        this(ruleBook, new SilenceBook(), writer);
    }

    private Router(RuleBook ruleBook, SilenceBook silences, TicketWriter writer) {
        this.ruleBook = ruleBook;
        this.silences = silences;
        this.writer = writer;
    }

    /** A router that shares nothing with others, not even compiled rules. */
    public static Router alone() {
        return new Router(new RuleBook(), new TicketWriter(new TicketTexts()));
    }

    /**
     * Decides one event.
     *
     * @param now decides only whether silences and rules that park are in force
     */
    public Decision decide(Event event, Configuration configuration, Instant now) {
        return decide(event, configuration, Circumstances.at(now));
    }

    /** Decides one event. */
    public Decision decide(Event event, Configuration configuration, Circumstances circumstances) {
        var blank = event.blankNames();
        if (!blank.isEmpty()) {
            var trail = new Trail(event.senderTenantId(), null, null);
            return new Refused(trail, FailureReason.INVALID_EVENT, "blank: " + String.join(", ", blank));
        }
        return switch (Customers.map(event.organizationId(), event.senderTenantId(), configuration)) {
            case Missing missing -> parked(missing, event);
            case Mapped mapped -> silenced(event, mapped, configuration, circumstances);
        };
    }

    /**
     * Decides one event and tells what every rule said. The decision is made by {@link #decide}, with somebody listening; it may
     * take several times as long.
     */
    public Explanation explain(Event event, Configuration configuration, Instant now) {
        var minutes = new Minutes();
        var decision = new Router(ruleBook.heardBy(minutes), silences, writer).decide(event, configuration, now);
        return new Explanation(decision, minutes.of(decision.trail().policy()));
    }

    private Decision silenced(Event event, Mapped mapped, Configuration configuration, Circumstances circumstances) {
        var trail = new Trail(mapped.organization().tenantId(), mapped.organization(), mapped.connection());
        if (circumstances.released()) {
            return decide(event, mapped, trail, configuration, circumstances);
        }
        return switch (silences.ask(
                event, mapped.lineage(), configuration, circumstances.endedSilences(), circumstances.now())) {
            case Hush.None() -> decide(event, mapped, trail, configuration, circumstances);
            case Hush.Held(Silence silence, var until) ->
                new Parked(trail.heldBy(silence), FailureReason.SILENCED, why(silence), until, false);
        };
    }

    private Decision decide(
            Event event, Mapped mapped, Trail trail, Configuration configuration, Circumstances circumstances) {
        var policyId = mapped.policyId();
        if (policyId.isEmpty()) {
            var facts = new Facts(event, mapped.lineage(), Setting.NONE);
            return routed(facts, mapped, trail, TicketTemplate.NONE);
        }
        var policy = configuration
                .policy(policyId.get())
                .filter(found -> found.tenantId().equals(mapped.organization().tenantId()));
        if (policy.isEmpty()) {
            var detail = "policy " + policyId.get() + " is not known";
            return new Parked(trail, FailureReason.RULE_ERROR, detail, null, true);
        }
        return judged(event, mapped, trail.asked(policy.get()), policy.get(), circumstances);
    }

    private Decision judged(Event event, Mapped mapped, Trail asked, Policy policy, Circumstances circumstances) {
        var facts = ruleBook.facts(policy, event, mapped.lineage());
        return switch (ruleBook.ask(policy, facts, circumstances.now(), circumstances.released())) {
            case Verdict.Route(TicketTemplate fields, var rule) -> routed(facts, mapped, asked.matched(rule), fields);
            case Verdict.Suppress(Rule rule) -> new Suppressed(asked.matched(rule), why(rule, "suppressed"));
            case Verdict.Wait(Rule rule) ->
                new Parked(
                        asked.matched(rule),
                        FailureReason.PARKED_BY_RULE,
                        why(rule, "parked"),
                        rule.parkUntil(),
                        false);
            case Verdict.Failed(var rule, String why) ->
                broken(
                        asked.matched(rule),
                        (rule == null ? "policy " + policy.id() : "rule " + rule.name()) + " failed: " + why);
        };
    }

    private Decision routed(Facts facts, Mapped mapped, Trail trail, TicketTemplate rules) {
        return switch (Inheritance.join(mapped, rules, fields -> ruleBook.fill(fields, facts))) {
            case Filled.Broken(var why) -> broken(trail, why);
            case Filled.Ready(var fields) ->
                switch (writer.write(facts.event(), mapped, fields)) {
                    case TicketWriter.Written.Ready(var wish) -> new Routed(trail, wish);
                    case TicketWriter.Written.Unwritable(var why) -> broken(trail, why);
                };
        };
    }

    private static Parked broken(Trail trail, String why) {
        return new Parked(trail, FailureReason.RULE_ERROR, why, null, false);
    }

    private static Parked parked(Missing missing, Event event) {
        var organization = missing.organization();
        var tenantId = organization == null ? event.senderTenantId() : organization.tenantId();
        var trail = new Trail(tenantId, organization, missing.connection());
        return new Parked(trail, missing.reason(), missing.detail(), null, missing.wholeOrganization());
    }

    private static String why(Silence silence) {
        return "silenced by " + silence.shown() + ": " + silence.reason() + " (" + silence.owner() + ")";
    }

    private static String why(Rule rule, String what) {
        return what + " by rule " + rule.name() + (rule.reason() == null ? "" : ": " + rule.reason());
    }
}
