package dev.sundog.routing.stream;

import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.trial.Shadow;
import dev.sundog.routing.wire.AvroDifferenceWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets drafts decide beside live decisions, such that nothing of it can reach these: a fault is counted and forgotten, a registry
 * that is away is not waited for, and what takes too long is passed over until it is earned again. For one thread.
 */
final class KafkaShadow {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaShadow.class);

    private final Shadow shadow = new Shadow();
    private final ShadowBudget budget = new ShadowBudget();
    private final dev.sundog.routing.decision.Configuration configuration;
    private final AvroDifferenceWriter writer;
    private final RoutingMeters meters;
    private final InstantSource clock;
    private boolean failing;

    KafkaShadow(
            dev.sundog.routing.decision.Configuration configuration,
            AvroDifferenceWriter writer,
            RoutingMeters meters,
            InstantSource clock) {
        this.configuration = configuration;
        this.writer = writer;
        this.meters = meters;
        this.clock = clock;
    }

    /** What the draft would have made otherwise, as a record's value; empty where there is nothing to tell. Never throws. */
    Optional<byte[]> look(Event event, Decision live, Instant now) {
        var policy = live.trail().policy();
        if (policy == null || policy.shadow() == null) {
            return Optional.empty();
        }
        var started = clock.instant();
        if (!budget.open(started)) {
            meters.shadow("passed_over");
            return Optional.empty();
        }
        try {
            var difference =
                    shadow.look(event, configuration, now, live).map(found -> writer.write(event, policy, found, now));
            meters.shadow(difference.isPresent() ? "different" : "same");
            failing = false;
            return difference;
        } catch (RuntimeException | StackOverflowError fault) {
            failed(policy.id(), fault);
            return Optional.empty();
        } finally {
            budget.spend(Duration.between(started, clock.instant()));
        }
    }

    private void failed(String policyId, Throwable fault) {
        meters.shadow("failed");
        // Said once: the counter tells the rest.
        if (!failing) {
            LOGGER.atWarn().addKeyValue("policyId", policyId).setCause(fault).log("a draft in shadow cannot be asked");
        }
        failing = true;
    }
}
