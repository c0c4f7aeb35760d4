package dev.sundog.console.backtest;

import dev.sundog.console.trial.TrialAnswers;
import dev.sundog.routing.check.KeyObservations;
import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.RuleTrace;
import dev.sundog.routing.trial.Candidate;
import dev.sundog.routing.trial.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a back-test finds out: each event is decided under the rules in force and under the draft, at the moment when it came.
 * Memory is bounded, however many events there are. For one thread.
 */
final class Findings {

    private static final int EXAMPLES = 50;

    private final Policy draft;
    private final Candidate candidate;
    private final Candidate live;
    private final Router draftRouter = Router.alone();
    private final Router liveRouter = Router.alone();
    private final Tally before = new Tally();
    private final Tally after = new Tally();
    private final Map<String, Long> matches = new LinkedHashMap<>();
    private final Map<String, Long> failures = new LinkedHashMap<>();
    private final Map<String, Long> changes = new TreeMap<>();
    private final Map<String, Long> fields = new TreeMap<>();
    private final List<Map<String, ?>> examples = new ArrayList<>();
    private final KeyObservations keys = new KeyObservations();
    private long events;
    private long changed;
    private long notAsked;

    /**
     * Starts counting.
     *
     * @param published the policy in force; empty where the draft is of a new one, which is then tried on all organizations
     */
    Findings(Configuration inForce, Policy draft, Optional<Policy> published) {
        this.draft = draft;
        this.candidate = new Candidate(inForce, draft, published.isEmpty());
        this.live = new Candidate(inForce, published.orElse(draft), false);
        draft.rules().forEach(rule -> {
            matches.put(rule.id(), 0L);
            failures.put(rule.id(), 0L);
        });
    }

    void take(Event event) {
        if (candidate.organization(event.organizationId()).isEmpty()) {
            return;
        }
        var explanation = draftRouter.explain(event, candidate, event.acceptedAt());
        var policy = explanation.decision().trail().policy();
        if (policy == null || !policy.id().equals(draft.id())) {
            notAsked++;
            return;
        }
        events++;
        explanation.trace().forEach(this::count);
        var now = liveRouter.decide(event, live, event.acceptedAt());
        before.take(event, now);
        after.take(event, explanation.decision());
        if (explanation.decision() instanceof Routed(var _, var wish)) {
            keys.saw(event, wish.ticketKey());
        }
        Difference.between(now, explanation.decision()).ifPresent(difference -> count(event, difference));
    }

    /** All of it, to be shown as JSON. */
    Map<String, Object> result(long unreadable) {
        var result = new LinkedHashMap<String, Object>();
        result.put("events", events);
        result.put("notAsked", notAsked);
        result.put("unreadable", unreadable);
        result.put("changed", changed);
        result.put("changes", changes);
        result.put("changedFields", fields);
        result.put("examples", examples);
        result.put("live", before.result());
        result.put("draft", after.result());
        result.put("rules", rules());
        result.put(
                "neverMatched",
                matches.entrySet().stream()
                        .filter(rule -> rule.getValue() == 0)
                        .map(Map.Entry::getKey)
                        .toList());
        result.put("keyFindings", TrialAnswers.keyFindings(keys));
        return result;
    }

    private List<Map<String, Object>> rules() {
        return draft.rules().stream()
                .map(rule -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("id", rule.id());
                    shown.put("name", rule.name());
                    shown.put("matched", matches.getOrDefault(rule.id(), 0L));
                    shown.put("failed", failures.getOrDefault(rule.id(), 0L));
                    return (Map<String, Object>) shown;
                })
                .toList();
    }

    private void count(RuleTrace trace) {
        switch (trace.said()) {
            case YES -> matches.merge(trace.rule().id(), 1L, Long::sum);
            case BROKEN -> failures.merge(trace.rule().id(), 1L, Long::sum);
            case NO, PASSED_OVER, NOT_REACHED -> {}
        }
    }

    private void count(Event event, Difference difference) {
        changed++;
        changes.merge(word(difference.live()) + " to " + word(difference.draft()), 1L, Long::sum);
        difference.fields().forEach(field -> fields.merge(field.name(), 1L, Long::sum));
        if (examples.size() < EXAMPLES) {
            var example = TrialAnswers.event(event);
            example.put("live", TrialAnswers.decision(difference.live()));
            example.put("draft", TrialAnswers.decision(difference.draft()));
            example.put("changes", TrialAnswers.changes(difference));
            examples.add(example);
        }
    }

    private static String word(Decision decision) {
        return dev.sundog.routing.trial.Example.outcomeOf(decision);
    }
}
