package dev.sundog.routing.template;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Requester;
import dev.sundog.routing.event.Resource;
import dev.sundog.routing.template.Story.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the story of one event in the house's own form. Each part is bounded and says how much it leaves out. */
final class StoryTeller {

    static final int TITLE = 400;
    static final int TEXT = 4_000;
    static final int CELL = 200;
    static final int RESOURCES = 25;
    static final int LABELS = 30;
    static final int LINKS = 10;

    private StoryTeller() {}

    static Story details(Event event, Voice voice) {
        var parts = new ArrayList<Story.Part>();
        prose(parts, "What happened", event.description(), voice);
        prose(parts, "Why it matters", event.advice().rationale(), voice);
        prose(parts, "How to fix it", event.advice().remediation(), voice);
        var saving = event.advice().saving();
        if (saving != null) {
            parts.add(new Story.Prose("Estimated saving", voice.money(saving), true));
        }
        resources(parts, event.resources());
        links(parts, event);
        parts.add(timeline(event, voice));
        parts.add(facts(event));
        return new Story(Words.line(event.title(), TITLE), parts);
    }

    /** What a note about the event says, in one line. */
    static String note(Event event, Voice voice) {
        return Words.line(what(event), CELL) + " (" + Words.line(event.status(), CELL) + ", " + event.severity()
                + ") by "
                + Words.line(event.source(), CELL) + " at " + voice.moment(event.occurredAt()) + ": "
                + Words.line(event.title(), TITLE);
    }

    /** Who asks for a ticket is told whichever report of the matter it is: it is why the matter has one. */
    private static String what(Event event) {
        if (event.over()) {
            return "Over";
        }
        var requester = requester(event.advice().requestedBy());
        return requester == null ? "Reported again" : "Requested by " + requester;
    }

    static String name(Resource resource) {
        return resource.name() == null || resource.name().isBlank() ? resource.id() : resource.name();
    }

    private static void prose(List<Story.Part> parts, String heading, @Nullable String text, Voice voice) {
        var words = text == null ? "" : Words.lines(text, TEXT, voice);
        if (!words.isEmpty()) {
            parts.add(new Story.Prose(heading, words, false));
        }
    }

    private static void resources(List<Story.Part> parts, List<Resource> resources) {
        if (resources.isEmpty()) {
            return;
        }
        var rows = resources.stream()
                .limit(RESOURCES)
                .map(resource -> List.of(
                        cell(name(resource), resource.url()),
                        cell(resource.type() == null ? "" : resource.type(), null),
                        cell(resource.id(), null)))
                .toList();
        parts.add(new Story.Table(
                "Affected resources", List.of("Name", "Type", "Id"), rows, resources.size() - rows.size()));
    }

    private static void links(List<Story.Part> parts, Event event) {
        var usable = event.links().stream()
                .filter(link -> Html.web(link.href()).isPresent())
                .toList();
        if (usable.isEmpty()) {
            return;
        }
        var items = usable.stream()
                .limit(LINKS)
                .map(link ->
                        cell(link.text() == null || link.text().isBlank() ? link.href() : link.text(), link.href()))
                .toList();
        parts.add(new Story.Listing("Read on", items, usable.size() - items.size()));
    }

    private static Story.Table timeline(Event event, Voice voice) {
        var rows = Timeline.of(event).stream()
                .map(entry -> List.of(Cell.of(voice.moment(entry.at())), Cell.of(entry.what())))
                .toList();
        return new Story.Table("Timeline", List.of(), rows, 0);
    }

    private static Story.Table facts(Event event) {
        var rows = new ArrayList<List<Cell>>();
        fact(rows, "Severity", event.severity().name());
        fact(rows, "Source", event.source());
        fact(rows, "Status", event.status());
        fact(rows, "Category", event.category());
        fact(rows, "Matter", event.dedupKey());
        fact(rows, "Requested by", requester(event.advice().requestedBy()));
        // In the order of their names: a map has none of its own, and the same event must give the same text.
        event.labels().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .limit(LABELS)
                .forEach(label -> fact(rows, label.getKey(), label.getValue()));
        return new Story.Table(
                "Facts", List.of(), rows, Math.max(0, event.labels().size() - LABELS));
    }

    private static @Nullable String requester(@Nullable Requester requester) {
        return requester == null
                ? null
                : requester.name() + (requester.email() == null ? "" : " (" + requester.email() + ")");
    }

    private static void fact(List<List<Cell>> rows, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            rows.add(Stream.of(name, value).map(text -> cell(text, null)).toList());
        }
    }

    private static Cell cell(String text, @Nullable String href) {
        return new Cell(
                Words.line(text, CELL), href == null ? null : Html.web(href).orElse(null));
    }
}
