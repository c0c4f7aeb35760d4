package dev.sundog.console.trial;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.FieldErrors;
import dev.sundog.console.problem.RefusedException;
import dev.sundog.routing.check.KeyObservations;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Decision.Routed;
import dev.sundog.routing.decision.Explanation;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.trial.Candidate;
import dev.sundog.routing.trial.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what would become of events. Writes nothing, sends nothing. */
final class TrialDesk {

    private static final List<String> DRY_RUN = List.of("events", "policy", "draft", "organizationId", "asInForce");
    private static final List<String> PREVIEW = List.of("event", "organizationId");

    private final ConfigurationStore store;
    private final TriedPolicies policies;
    private final WantedEvents wanted;

    TrialDesk(ConfigurationStore store, TriedPolicies policies, WantedEvents wanted) {
        this.store = store;
        this.policies = policies;
        this.wanted = wanted;
    }

    /**
     * What would become of events under a policy, whichever policy their organizations have; {@code asInForce}: only of those
     * that are decided by it.
     *
     * @return empty where there is no such policy
     * @throws RefusedException if the request is wrong
     */
    Optional<Map<String, @Nullable Object>> dryRun(String policyId, Map<String, Object> request) {
        known(request, DRY_RUN);
        var organization = organization(request);
        var everywhere = !asInForce(request);
        return policies.find(policyId, request).map(tried -> {
            var trial = new Trial(store, tried, everywhere);
            var results = wanted.gather(request.get("events"), tried.policy().tenantId()).stream()
                    .map(it -> trial.answer(it, organization))
                    .toList();
            var answer = new LinkedHashMap<String, @Nullable Object>();
            answer.put("policyId", policyId);
            answer.put("tried", tried.from());
            answer.put(
                    "publishedVersion",
                    tried.published().map(it -> it.version()).orElse(null));
            answer.put("results", results);
            answer.put("keyFindings", TrialAnswers.keyFindings(trial.keys));
            return answer;
        });
    }

    /**
     * The exact ticket that an event would become now.
     *
     * @throws RefusedException if the request is wrong
     */
    Map<String, @Nullable Object> preview(Map<String, Object> request) {
        var wrapped = request.get("event") instanceof Map<?, ?>;
        if (wrapped) {
            known(request, PREVIEW);
        }
        var organization = wrapped ? organization(request) : Optional.<String>empty();
        var errors = new FieldErrors();
        var event = wanted.read(wrapped ? request.get("event") : request, wrapped ? "/event" : "", errors);
        if (event == null) {
            throw new RefusedException(errors.toList());
        }
        var asked = organization.map(event::at).orElse(event);
        return shown(asked, Router.alone().explain(asked, new StoredConfiguration(store), asked.acceptedAt()));
    }

    private static Map<String, @Nullable Object> shown(Event event, Explanation explanation) {
        var answer = TrialAnswers.event(event);
        answer.put("decision", TrialAnswers.decision(explanation.decision()));
        answer.put("rule", TrialAnswers.rule(explanation.decision().trail().rule()));
        answer.put("trace", TrialAnswers.trace(explanation.trace()));
        answer.put("ticket", TrialAnswers.ticket(explanation.decision()));
        return answer;
    }

    private static Optional<String> organization(Map<String, Object> request) {
        var given = request.get("organizationId");
        if (given != null && !(given instanceof String)) {
            throw new RefusedException(List.of(new FieldError("/organizationId", "must be a text")));
        }
        return Optional.ofNullable((String) given);
    }

    private static boolean asInForce(Map<String, Object> request) {
        return switch (request.get("asInForce")) {
            case null -> false;
            case Boolean given -> given;
            default -> throw new RefusedException(List.of(new FieldError("/asInForce", "must be true or false")));
        };
    }

    private static void known(Map<String, Object> request, List<String> names) {
        var errors = new FieldErrors();
        for (var name : request.keySet()) {
            errors.require(
                    names.contains(name),
                    FieldErrors.pointer("", name),
                    "is not known; known here: " + String.join(", ", names));
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toList());
        }
    }

    /** One policy and the events that are tried on it. */
    private static final class Trial {

        private final Router router = Router.alone();
        private final Candidate candidate;
        private final Optional<Candidate> published;
        private final Router other = Router.alone();
        private final KeyObservations keys = new KeyObservations();

        Trial(ConfigurationStore store, TriedPolicy tried, boolean everywhere) {
            var inForce = new StoredConfiguration(store);
            candidate = new Candidate(inForce, tried.policy(), everywhere);
            published = tried.other().map(policy -> new Candidate(inForce, policy, everywhere));
        }

        Map<String, @Nullable Object> answer(WantedEvents.Wanted wanted, Optional<String> organization) {
            var given = wanted.event();
            if (given == null) {
                var answer = new LinkedHashMap<String, @Nullable Object>();
                answer.put("eventId", wanted.eventId());
                answer.put("missing", wanted.missing());
                return answer;
            }
            var event = organization.map(given::at).orElse(given);
            var explanation = router.explain(event, candidate, event.acceptedAt());
            if (explanation.decision() instanceof Routed(var _, var wish)) {
                keys.saw(event, wish.ticketKey());
            }
            var answer = shown(event, explanation);
            if (isAsked(explanation.decision())) {
                published.ifPresent(it -> compare(event, it, answer));
            } else {
                answer.put("notAsked", "another policy decides it, or none");
            }
            return answer;
        }

        private boolean isAsked(Decision decision) {
            var asked = decision.trail().policy();
            return candidate.everywhere()
                    || (asked != null && asked.id().equals(candidate.tried().id()));
        }

        private void compare(Event event, Candidate live, Map<String, @Nullable Object> answer) {
            var now = other.decide(event, live, event.acceptedAt());
            var tried = router.decide(event, candidate, event.acceptedAt());
            var difference = Difference.between(now, tried);
            answer.put("live", TrialAnswers.decision(now));
            answer.put("differs", difference.isPresent());
            answer.put("changes", difference.map(TrialAnswers::changes).orElse(new ArrayList<>()));
        }
    }
}
