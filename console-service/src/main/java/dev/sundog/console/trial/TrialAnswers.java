package dev.sundog.console.trial;

import dev.sundog.routing.check.Finding;
import dev.sundog.routing.check.KeyObservations;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Parked;
import dev.sundog.routing.decision.Decision.Refused;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Decision.Suppressed;
import dev.sundog.routing.decision.TicketWish;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.policy.RuleTrace;
import dev.sundog.routing.template.JsoupPlainText;
import dev.sundog.routing.trial.Difference;
import dev.sundog.routing.trial.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions as the REST API shows them. */
public final class TrialAnswers {

    private TrialAnswers() {}

    /** Whom an answer is about. */
    public static Map<String, @Nullable Object> event(Event event) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("eventId", event.eventId());
        shown.put("source", event.source());
        shown.put("organizationId", event.organizationId());
        shown.put("title", event.title());
        return shown;
    }

    /** What becomes of the event, and why. */
    public static Map<String, @Nullable Object> decision(Decision decision) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("outcome", Example.outcomeOf(decision));
        switch (decision) {
            case Routed routed -> shown.put("ticketKey", routed.wish().ticketKey());
            case Suppressed suppressed -> shown.put("detail", suppressed.detail());
            case Parked parked -> {
                shown.put("reason", parked.reason());
                shown.put("detail", parked.detail());
                shown.put("until", parked.until());
            }
            case Refused refused -> {
                shown.put("reason", refused.reason());
                shown.put("detail", refused.detail());
            }
        }
        var policy = decision.trail().policy();
        shown.put("policyId", policy == null ? null : policy.id());
        shown.put("rule", rule(decision.trail().rule()));
        return shown;
    }

    /** Matters that would be torn apart, in words; none where the keys of the tickets last as long as the matters. */
    public static List<String> keyFindings(KeyObservations keys) {
        return keys.findings().stream().map(Finding::message).toList();
    }

    static @Nullable Map<String, @Nullable Object> rule(@Nullable Rule rule) {
        if (rule == null) {
            return null;
        }
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", rule.id());
        shown.put("name", rule.name());
        return shown;
    }

    static List<Map<String, @Nullable Object>> trace(List<RuleTrace> trace) {
        return trace.stream().map(TrialAnswers::line).toList();
    }

    /** The exact ticket; null where there would be none. */
    static @Nullable Map<String, @Nullable Object> ticket(Decision decision) {
        return decision instanceof Routed(var _, TicketWish wish) ? ticket(wish) : null;
    }

    /** What would be different about the ticket. */
    public static List<Map<String, @Nullable Object>> changes(Difference difference) {
        return difference.fields().stream().map(TrialAnswers::change).toList();
    }

    private static Map<String, @Nullable Object> line(RuleTrace trace) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("ruleId", trace.rule().id());
        shown.put("ruleName", trace.rule().name());
        shown.put("answer", trace.said());
        shown.put("why", trace.why());
        shown.put("values", trace.values());
        return shown;
    }

    private static Map<String, @Nullable Object> ticket(TicketWish wish) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("ticketKey", wish.ticketKey());
        shown.put("connectionId", wish.connectionId());
        shown.put("customerId", wish.fields().customerId());
        shown.put("resolved", wish.resolved());
        shown.put("summary", wish.fields().summary());
        shown.put("detailsHtml", wish.fields().detailsHtml());
        shown.put("detailsText", JsoupPlainText.of(wish.fields().detailsHtml()));
        shown.put("noteHtml", wish.noteHtml());
        shown.put("noteText", JsoupPlainText.of(wish.noteHtml()));
        shown.put("fields", wish.fields());
        shown.put("lifecycle", wish.life());
        return shown;
    }

    private static Map<String, @Nullable Object> change(Difference.Field field) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("field", field.name());
        shown.put("live", field.live());
        shown.put("draft", field.draft());
        return shown;
    }
}
