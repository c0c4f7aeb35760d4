package dev.sundog.local.apply;

import dev.sundog.contract.Topics;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** What a document of configuration can be. */
public enum Kind {
    /** One instance of Halo that a tenant connected. */
    CONNECTION("Connection", "connections"),
    /** Whom events are about. */
    ORGANIZATION("Organization", "organizations"),
    /** A tenant's ordered rules. */
    POLICY("Policy", "policies"),
    /** Which events wait, and how long. */
    SILENCE("Silence", "silences");

    private final String word;
    private final String collection;

    Kind(String word, String collection) {
        this.word = word;
        this.collection = collection;
    }

    static Optional<Kind> named(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All of them, as they stand in documents. */
    static String words() {
        return Stream.of(values()).map(Kind::word).collect(Collectors.joining(", "));
    }

    /** As it stands in the document. */
    String word() {
        return word;
    }

    /** As it stands in the address. */
    String collection() {
        return collection;
    }

    Schema schema() {
        var topic = switch (this) {
            case CONNECTION -> Topics.CONNECTIONS;
            case ORGANIZATION -> Topics.ORGANIZATIONS;
            case POLICY -> Topics.POLICIES;
            case SILENCE -> Topics.SILENCES;
        };
        return topic.value().orElseThrow();
    }
}
