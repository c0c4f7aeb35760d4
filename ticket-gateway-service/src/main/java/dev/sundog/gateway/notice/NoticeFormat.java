package dev.sundog.gateway.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Halo's webhook payload: small, full, and event information only. Lenient, for every field may be missing and tenants can write
 * a payload of their own; what is not understood is left out, and the ticket is read anyway.
 */
final class NoticeFormat {

    private static final int LONGEST = 200;

    private NoticeFormat() {}

    /** Empty if it is no object. */
    static Optional<Notice> read(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> notice)) {
            return Optional.empty();
        }
        Map<?, ?> ticket = notice.get("ticket") instanceof Map<?, ?> inner ? inner : Map.of();
        Long ticketId = whole(ticket.get("id"));
        return Optional.of(new Notice(
                id(notice),
                text(notice.get("event")),
                ticketId == null ? whole(notice.get("object_id")) : ticketId,
                whole(ticket.get("status_id"))));
    }

    /** Halo's id of the delivery; without one, or with one that is none, a name made of all that it says. */
    private static String id(Map<?, ?> notice) {
        return notice.get("id") instanceof String id && !id.isBlank() && id.length() <= LONGEST
                ? id
                : "content-" + hash(notice.toString());
    }

    /** A whole number above zero, also as {@code 3.0} or {@code "3"}; null otherwise. */
    private static @Nullable Long whole(@Nullable Object value) {
        String text = value instanceof BigDecimal number
                ? number.precision() > LONGEST || number.scale() < -20 ? "" : number.toPlainString()
                : value instanceof String given ? given : "";
        return text.matches("0*[1-9][0-9]{0,17}(\\.0{1,9})?") ? Long.valueOf(text.replaceFirst("\\..*", "")) : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            return null;
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
