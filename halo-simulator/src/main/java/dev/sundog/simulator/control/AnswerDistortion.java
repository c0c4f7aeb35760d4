package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faults that change what the caller sees of an execution. */
final class AnswerDistortion {

    private final InstantSource time;

    AnswerDistortion(InstantSource time) {
        this.time = time;
    }

    Answer of(List<Fault> struck, Answer answer) {
        Answer seen = answer;
        for (Fault fault : struck) {
            seen = switch (fault.kind()) {
                case DROP_AFTER -> Answer.dropped();
                case STATUS_AFTER, LARGE_DETAILS -> FaultAnswers.failure(fault.statusOr(504));
                case DRIP -> seen.dripping(fault.pause());
                case DECIMAL_NUMBERS ->
                    withBody(
                            seen,
                            body -> decimal(body, fault.value(), fault.value().isEmpty()));
                case SEARCH_STALE ->
                    withBody(seen, body -> stale(body, time.instant().minus(fault.pause())));
                default -> seen;
            };
            if (seen.status() == Answer.DROPPED) {
                return seen;
            }
        }
        return seen;
    }

    private static Answer withBody(Answer answer, UnaryOperator<Object> change) {
        return answer.body() == null || !Answer.JSON.equals(answer.mediaType())
                ? answer
                : answer.withBody(change.apply(answer.body()));
    }

    /** @param here whether a number at this place is meant */
    private static Object decimal(Object value, String field, boolean here) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> changed = new LinkedHashMap<>();
                map.forEach((name, inner) -> changed.put(
                        String.valueOf(name),
                        decimal(inner, field, field.isEmpty() || field.equalsIgnoreCase(String.valueOf(name)))));
                yield changed;
            }
            case List<?> list ->
                list.stream().map(one -> decimal(one, field, here)).toList();
            case Integer number when here -> number.doubleValue();
            case Long number when here -> number.doubleValue();
            default -> value;
        };
    }

    /** An envelope without the rows that changed after that time. */
    private static Object stale(Object body, Instant indexed) {
        if (!(body instanceof Map<?, ?> envelope)) {
            return body;
        }
        Map<String, Object> changed = new LinkedHashMap<>();
        int gone = 0;
        for (Map.Entry<?, ?> one : envelope.entrySet()) {
            Object value = one.getValue();
            if (value instanceof List<?> rows) {
                List<?> kept =
                        rows.stream().filter(row -> !isYounger(row, indexed)).toList();
                gone += rows.size() - kept.size();
                value = kept;
            }
            changed.put(String.valueOf(one.getKey()), value);
        }
        if (changed.get("record_count") instanceof Number count) {
            changed.put("record_count", count.longValue() - gone);
        }
        return changed;
    }

    private static boolean isYounger(@Nullable Object row, Instant indexed) {
        if (!(row instanceof Map<?, ?> fields) || !(fields.get("last_update") instanceof String updated)) {
            return false;
        }
        try {
            return Instant.parse(updated).isAfter(indexed);
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
