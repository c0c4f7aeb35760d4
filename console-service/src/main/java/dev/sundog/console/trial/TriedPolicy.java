package dev.sundog.console.trial;

import dev.sundog.routing.policy.Policy;
import java.util.Optional;

/**
 * A policy that is tried, beside the one in force.
 *
 * @param from where it comes from: {@code published}, {@code draft} or {@code given}
 * @param published the one in force; empty for a policy that is not published yet
 */
public record TriedPolicy(Policy policy, String from, Optional<Policy> published) {

    /** The one in force, where it is not itself what is tried. */
    Optional<Policy> other() {
        return from.equals("published") ? Optional.empty() : published;
    }
}
