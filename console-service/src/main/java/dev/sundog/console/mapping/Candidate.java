package dev.sundog.console.mapping;

import java.util.List;

/**
 * A customer that an organization may be.
 *
 * @param score 1 to 100
 * @param exact true when an Azure tenant or an external id names this customer and no other
 * @param evidence why, the strongest first
 * @param warnings what speaks for care
 */
public record Candidate(
        long customerId,
        String customerName,
        int score,
        boolean exact,
        List<Evidence> evidence,
        List<String> warnings) {

    public Candidate {
        evidence = List.copyOf(evidence);
        warnings = List.copyOf(warnings);
    }

    /**
     * One reason.
     *
     * @param detail the value that is the same, for people
     */
    public record Evidence(Sort sort, int score, String detail) {

        /** As people are told of it. */
        String shown() {
            return sort.word + " " + detail;
        }
    }

    /** Sorts of evidence, the strongest first. */
    public enum Sort {
        /** The same Azure tenant. */
        AZURE_TENANT(100, "Azure tenant"),
        /** The same id in another system. */
        EXTERNAL_ID(95, "external id"),
        /** An internet domain of the organization that Halo has for the customer. */
        DOMAIN(75, "domain"),
        /** An internet domain of the organization that users of the customer have in their addresses. */
        MAIL_DOMAIN(65, "domain of users' addresses"),
        /** The same name, but for case, accents and punctuation. */
        NAME(60, "name"),
        /** The same name without its legal form. */
        NAME_WITHOUT_LEGAL_FORM(50, "name without legal form"),
        /** A name that shares most of its words. */
        SIMILAR_NAME(30, "similar name");

        private final int score;
        private final String word;

        Sort(int score, String word) {
            this.score = score;
            this.word = word;
        }

        int score() {
            return score;
        }

        /** True for what names one customer for certain, if it names only one. */
        boolean isExact() {
            return this == AZURE_TENANT || this == EXTERNAL_ID;
        }
    }
}
