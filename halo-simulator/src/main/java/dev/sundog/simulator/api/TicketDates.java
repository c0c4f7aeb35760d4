package dev.sundog.simulator.api;

import dev.sundog.simulator.book.FieldType;
import dev.sundog.simulator.book.TicketQuery;
import dev.sundog.simulator.exchange.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code lastupdatefromdate} and {@code lastupdatetodate}; {@code startdate} and {@code enddate} of the field that {@code
 * datesearch} names in the words of Halo's database.
 */
final class TicketDates {

    private TicketDates() {}

    static void add(TicketQuery query, Call call) {
        date(call, "lastupdatefromdate", Duration.ZERO).ifPresent(query::changedSince);
        between(query, call, "last_update", "", "lastupdatetodate");
        String field = field(call.query().getOrDefault("datesearch", "").toLowerCase(Locale.ROOT));
        if (!field.isEmpty()) {
            between(query, call, field, "startdate", "enddate");
        }
    }

    private static String field(String search) {
        return switch (search) {
            case "dateoccured", "dateoccurred" -> "dateoccurred";
            case "datecleared", "dateclosed" -> "dateclosed";
            case "lastupdate", "last_update" -> "last_update";
            case "lastactiondate" -> "lastactiondate";
            default -> "";
        };
    }

    private static void between(TicketQuery query, Call call, String field, String from, String to) {
        Optional<Instant> first = date(call, from, Duration.ZERO);
        Optional<Instant> last = date(call, to, Duration.ofDays(1).minusNanos(1));
        if (first.isPresent() || last.isPresent()) {
            query.where(ticket -> ticket.row().value(field) instanceof Instant at
                    && first.map(start -> !at.isBefore(start)).orElse(true)
                    && last.map(end -> !at.isAfter(end)).orElse(true));
        }
    }

    /** @param wholeDay added to a date without a time, so that an end date takes its whole day in */
    private static Optional<Instant> date(Call call, String name, Duration wholeDay) {
        String value = call.query().getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Instant at = FieldType.instant(value).orElseThrow(() -> RefusedException.parameter(name, value));
        return Optional.of(value.length() == 10 ? at.plus(wholeDay) : at);
    }
}
