package dev.sundog.console.backtest;

import dev.sundog.console.problem.FieldErrors;
import dev.sundog.console.problem.RefusedException;
import dev.sundog.console.trial.EventTopics;
import dev.sundog.console.trial.TriedPolicies;
import dev.sundog.console.trial.TriedPolicy;
import dev.sundog.routing.decision.Configuration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes wishes for back-tests and runs few at once. */
final class BacktestDesk implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(BacktestDesk.class);
    private static final List<String> KNOWN = List.of("days", "events", "policy", "draft");
    private static final int DAYS = 30;
    private static final int USUAL_DAYS = 7;
    private static final Duration SILENT = Duration.ofMinutes(2);
    private static final Duration ENDING = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN = Duration.ofHours(6);

    private final TriedPolicies policies;
    private final Supplier<Configuration> inForce;
    private final BacktestRun.Parts parts;
    private final BacktestProperties properties;
    private final ThreadPoolExecutor runners;

    BacktestDesk(
            TriedPolicies policies,
            Supplier<Configuration> inForce,
            BacktestRun.Parts parts,
            BacktestProperties properties) {
        this.policies = policies;
        this.inForce = inForce;
        this.parts = parts;
        this.properties = properties;
        this.runners = new ThreadPoolExecutor(
                properties.running(),
                properties.running(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(properties.waiting()),
                Thread.ofPlatform().name("backtest-", 0).factory());
    }

    /**
     * Starts a back-test.
     *
     * @param request {@code days} back from now, from 1 to 30 and 7 unless said, or the latest {@code events}; {@code policy} or
     *     {@code draft} as for a dry run, where neither is given the kept draft if there is one
     * @throws RefusedException if the request is wrong
     */
    BacktestOutcome start(String policyId, Map<String, Object> request) {
        var span = span(request);
        var tried = tried(policyId, request);
        if (tried.isEmpty()) {
            return new BacktestOutcome.Unknown();
        }
        var draft = tried.get().policy();
        var id = UUID.randomUUID().toString();
        parts.store().add(id, policyId, draft.tenantId());
        try {
            var findings = new Findings(inForce.get(), draft, tried.get().published());
            runners.execute(new BacktestRun(id, findings, span, parts));
            return new BacktestOutcome.Taken(id);
        } catch (RejectedExecutionException e) {
            parts.store().ended(id, Backtest.State.FAILED, "too many back-tests wait already");
            return new BacktestOutcome.Busy();
        }
    }

    /** How a back-test stands; one whose console fell silent counts as failed. */
    Optional<Backtest> find(String id) {
        return parts.store().find(id).map(it -> {
            var silence = it.state() == Backtest.State.WAITING ? FORGOTTEN : SILENT;
            var gone = !it.ended()
                    && it.toldAt().plus(silence).isBefore(parts.clock().instant());
            return gone ? it.failed("the console that ran it is gone; start it again") : it;
        });
    }

    boolean cancel(String id) {
        return parts.store().cancel(id);
    }

    /** Ends what runs and what waits, each with a word why. */
    @Override
    public void close() {
        for (var waiting : runners.shutdownNow()) {
            if (waiting instanceof BacktestRun run) {
                run.stopped();
            }
        }
        try {
            if (!runners.awaitTermination(ENDING.toSeconds(), TimeUnit.SECONDS)) {
                LOGGER.atWarn().log("a back-test does not end; it will be told of as failed");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<TriedPolicy> tried(String policyId, Map<String, Object> request) {
        if (request.containsKey("policy") || request.containsKey("draft")) {
            return policies.find(policyId, request);
        }
        var kept = policies.kept(policyId) ? Map.<String, Object>of("draft", true) : Map.<String, Object>of();
        return policies.find(policyId, kept);
    }

    private EventTopics.Span span(Map<String, Object> request) {
        var errors = new FieldErrors();
        request.keySet()
                .forEach(name -> errors.require(
                        KNOWN.contains(name),
                        FieldErrors.pointer("", name),
                        "is not known; known here: " + String.join(", ", KNOWN)));
        var given = new LinkedHashMap<>(request);
        long events = number(given.get("events"), "/events", properties.records(), properties.records(), errors);
        long usual = given.get("events") == null ? USUAL_DAYS : DAYS;
        long days = number(given.get("days"), "/days", DAYS, usual, errors);
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toList());
        }
        return new EventTopics.Span(parts.clock().instant().minus(Duration.ofDays(days)), events);
    }

    private static long number(@Nullable Object given, String at, long most, long otherwise, FieldErrors errors) {
        if (given == null) {
            return otherwise;
        }
        if ((given instanceof Integer || given instanceof Long)
                && ((Number) given).longValue() >= 1
                && ((Number) given).longValue() <= most) {
            return ((Number) given).longValue();
        }
        errors.add(at, "must be a whole number from 1 to " + most);
        return otherwise;
    }
}
