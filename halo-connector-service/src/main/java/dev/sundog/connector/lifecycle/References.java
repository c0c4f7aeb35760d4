package dev.sundog.connector.lifecycle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names under which the tickets of a key are found again in Halo. */
final class References {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 20;

    private References() {}

    /** The same for the same key and episode, for ever: {@code sd-} and 20 characters of lower-case base32 of a hash. */
    static String of(String ticketKey, int episode) {
        byte[] hash = sha256(ticketKey + "#" + episode);
        StringBuilder text = new StringBuilder("sd-");
        for (int index = 0; index < LENGTH; index++) {
            text.append(ALPHABET.charAt(fiveBits(hash, index * 5)));
        }
        return text.toString();
    }

    private static int fiveBits(byte[] bytes, int at) {
        int pair = ((bytes[at / 8] & 0xff) << 8) | (bytes[at / 8 + 1] & 0xff);
        return (pair >> (11 - at % 8)) & 0x1f;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
