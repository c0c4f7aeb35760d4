package dev.sundog.console.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Brings what anyone may publish into what the database can hold: one odd record must not stop the projection. */
final class Holdable {

    private static final int LONGEST_KEY = 600;
    private static final int KEPT_OF_KEY = 120;
    private static final int LONGEST_TEXT = 4_000;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Holdable() {}

    /** A text that is indexed: a longer one than an index takes becomes its beginning and its hash, always the same. */
    static String key(String text) {
        var clean = clean(text);
        if (clean.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY) {
            return clean;
        }
        return beginning(clean, KEPT_OF_KEY) + "…" + hash(clean);
    }

    /** A text that is shown. */
    static String text(String text) {
        var clean = clean(text);
        return clean.length() <= LONGEST_TEXT ? clean : beginning(clean, LONGEST_TEXT) + "…";
    }

    static Instant moment(Instant moment) {
        if (moment.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return moment.isAfter(LATEST) ? LATEST : moment;
    }

    private static String clean(String text) {
        // PostgreSQL's text has no NUL. A lone half of a character pair would come back as another text.
        var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\uFFFD');
    }

    private static String beginning(String text, int characters) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
