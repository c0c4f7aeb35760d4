package dev.sundog.gateway.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The senders whose keys are set, known by the SHA-256 of their keys only. Keys are long and random, so no slow hash is needed. */
final class ApiKeys implements SourceDirectory {

    private final List<Entry> entries;

    ApiKeys(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A sender and the hash of its key. */
    static final class Entry {

        private final byte[] hash;
        private final Sender sender;

        Entry(byte[] hash, Sender sender) {
            this.hash = hash.clone();
            this.sender = sender;
        }
    }

    @Override
    public Optional<Sender> find(String apiKey) {
        var presented = sha256(apiKey);
        @Nullable Sender found = null;
        // Goes through all of them, whichever fits.
        for (var entry : entries) {
            if (MessageDigest.isEqual(entry.hash, presented)) {
                found = entry.sender;
            }
        }
        return Optional.ofNullable(found);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
