package dev.sundog.console.configuration;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;

/** The sorts of configuration objects. */
public enum Kind {
    /** Which events become what. */
    POLICY("policies", "policy", "Policy"),
    /** An instance of Halo. */
    CONNECTION("connections", "connection", "Connection"),
    /** Whom events are about. */
    ORGANIZATION("organizations", "organization", "Organization"),
    /** Which events wait, and how long. */
    SILENCE("silences", "silence", "Silence");

    private final String plural;
    private final String word;
    private final String documentKind;

    Kind(String plural, String word, String documentKind) {
        this.plural = plural;
        this.word = word;
        this.documentKind = documentKind;
    }

    /** Where its changes are published. */
    Topic topic() {
        return switch (this) {
            case POLICY -> Topics.POLICIES;
            case CONNECTION -> Topics.CONNECTIONS;
            case ORGANIZATION -> Topics.ORGANIZATIONS;
            case SILENCE -> Topics.SILENCES;
        };
    }

    /** Its part of an address; its table has the same name. */
    public String plural() {
        return plural;
    }

    /** What people call one. */
    String word() {
        return word;
    }

    /** What {@code kind} says in a file. */
    String documentKind() {
        return documentKind;
    }
}
