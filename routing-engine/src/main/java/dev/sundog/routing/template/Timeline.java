package dev.sundog.routing.template;

import dev.sundog.routing.event.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened when, as far as the event says: when it occurred, and the labels that are moments. When Sundog had the event is
 * not part of it, for a preview and the ticket that follows must read the same.
 */
final class Timeline {

    private static final int ENTRIES = 10;

    private Timeline() {}

    /** One line of it. */
    record Entry(Instant at, String what) {}

    /** The earliest first; the event itself is always in it. */
    static List<Entry> of(Event event) {
        var own = new Entry(
                event.occurredAt(),
                Words.line(event.status(), StoryTeller.CELL) + " at " + Words.line(event.source(), StoryTeller.CELL));
        var told = event.labels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(label -> entry(label.getKey(), label.getValue()).stream())
                .limit(ENTRIES - 1);
        return Stream.concat(Stream.of(own), told)
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    private static Optional<Entry> entry(String label, String value) {
        // 2026-11-21T20:00:00Z at least: a plain number or a date is not a moment.
        if (value.length() < 17 || value.length() > 35 || value.charAt(4) != '-' || value.charAt(10) != 'T') {
            return Optional.empty();
        }
        try {
            var what = Words.line(label, StoryTeller.CELL);
            return Optional.of(new Entry(OffsetDateTime.parse(value).toInstant(), what));
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }
}
