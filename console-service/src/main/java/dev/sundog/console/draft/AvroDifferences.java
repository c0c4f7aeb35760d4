package dev.sundog.console.draft;

import dev.sundog.delivery.DraftAnswer;
import dev.sundog.delivery.DraftDifference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes from records what is kept of differences, such as the database can hold it. */
final class AvroDifferences {

    private static final int LONGEST = 1_000;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private AvroDifferences() {}

    /** The difference; empty for a record of another sort. */
    static Optional<FoundDifference> of(Object value) {
        return value instanceof DraftDifference record ? Optional.of(of(record)) : Optional.empty();
    }

    private static FoundDifference of(DraftDifference record) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("eventId", text(record.getEventId()));
        shown.put("source", text(record.getSource()));
        shown.put("organizationId", text(record.getOrganizationId()));
        shown.put("title", text(record.getTitle()));
        shown.put("policyVersion", record.getPolicyVersion());
        shown.put("draftVersion", record.getDraftVersion());
        shown.put("acceptedAt", record.getAcceptedAt().toString());
        shown.put("decidedAt", record.getDecidedAt().toString());
        shown.put("live", answer(record.getLive()));
        shown.put("draft", answer(record.getDraft()));
        shown.put(
                "changes",
                record.getFields().stream()
                        .map(field -> {
                            var change = new LinkedHashMap<String, @Nullable Object>();
                            change.put("field", text(field.getField()));
                            change.put("live", text(field.getLive()));
                            change.put("draft", text(field.getDraft()));
                            return change;
                        })
                        .toList());
        return new FoundDifference(
                id(record),
                String.valueOf(text(record.getPolicyId())),
                String.valueOf(text(record.getTenantId())),
                record.getDraftVersion(),
                held(record.getDecidedAt()),
                shown);
    }

    private static Map<String, @Nullable Object> answer(DraftAnswer answer) {
        var reason = answer.getReason();
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("outcome", answer.getOutcome().name());
        shown.put("reason", reason == null ? null : reason.name());
        shown.put("detail", text(answer.getDetail()));
        shown.put("ruleId", text(answer.getRuleId()));
        shown.put("ticketKey", text(answer.getTicketKey()));
        return shown;
    }

    private static String id(DraftDifference record) {
        var name = String.join(
                "\n",
                record.getPolicyId(),
                String.valueOf(record.getDraftVersion()),
                record.getSource(),
                record.getOrganizationId(),
                record.getEventId());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    // PostgreSQL's text has neither NUL nor half a surrogate pair.
    private static @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return whole.codePointCount(0, whole.length()) <= LONGEST
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST));
    }

    private static Instant held(Instant moment) {
        if (moment.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return moment.isAfter(LATEST) ? LATEST : moment;
    }
}
