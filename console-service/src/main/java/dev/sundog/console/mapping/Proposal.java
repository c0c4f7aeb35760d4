package dev.sundog.console.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What is proposed for one organization.
 *
 * @param candidates the best first, at most 20
 * @param ambiguous true when the best evidence fits several customers, or exact evidence contradicts itself
 */
public record Proposal(List<Candidate> candidates, boolean ambiguous) {

    public Proposal {
        candidates = List.copyOf(candidates);
    }

    /** The one customer that may be taken without a person; empty where anything speaks against it. */
    public Optional<Candidate> certain() {
        return ambiguous
                ? Optional.empty()
                : candidates.stream()
                        .findFirst()
                        .filter(Candidate::exact)
                        .filter(candidate -> candidate.warnings().isEmpty());
    }
}
