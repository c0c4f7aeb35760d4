package dev.sundog.routing.template;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What templates see of one event, by the names in {@link Names}: maps and lists of text and nothing else, clean, bounded, in the
 * tenant's voice, and escaped for where they go.
 */
final class Facts {

    /** Stands for a dot in names of labels, which in a template would lead into the value. */
    static final char DOT = '\u001F';

    private final Event event;
    private final Voice voice;
    private final UnaryOperator<String> escape;
    private final Map<String, Object> facts = new TreeMap<>();

    private Facts(Event event, Voice voice, UnaryOperator<String> escape) {
        this.event = event;
        this.voice = voice;
        this.escape = escape;
    }

    static Map<String, Object> of(Event event, Voice voice, UnaryOperator<String> escape) {
        return new Facts(event, voice, escape).all();
    }

    private Map<String, Object> all() {
        line("kind", event.kind().name());
        line("eventId", event.eventId());
        line("source", event.source());
        line("organizationId", event.organizationId());
        line("dedupKey", event.dedupKey());
        line("status", event.status());
        line("severity", event.severity().name());
        facts.put("title", escape.apply(Words.line(event.title(), StoryTeller.TITLE)));
        lines("description", event.description());
        line("category", event.category());
        line("occurredAt", voice.moment(event.occurredAt()));
        line("occurredAtIso", event.occurredAt().toString());
        advice();
        labels();
        resources();
        links();
        facts.put(
                "timeline",
                Timeline.of(event).stream()
                        .map(entry -> Map.of("at", shown(voice.moment(entry.at())), "what", shown(entry.what())))
                        .toList());
        facts.put("is", flags());
        return facts;
    }

    private void advice() {
        var advice = event.advice();
        lines("rationale", advice.rationale());
        lines("remediation", advice.remediation());
        var saving = advice.saving();
        line("saving", saving == null ? null : voice.money(saving));
        line("savingAmount", saving == null ? null : voice.amount(saving));
        line("savingCurrency", saving == null ? null : saving.currency());
        line("savingPeriod", saving == null ? null : saving.period());
        var requester = advice.requestedBy();
        line("requestedBy", requester == null ? null : requester.name());
        line("requestedByEmail", requester == null ? null : requester.email());
    }

    private void labels() {
        var byName = new TreeMap<String, String>();
        event.labels().forEach((name, value) -> byName.put(name.replace('.', DOT), shown(value)));
        facts.put("label", byName);
        facts.put(
                "labels",
                event.labels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .limit(StoryTeller.LABELS)
                        .map(label -> Map.of("name", shown(label.getKey()), "value", shown(label.getValue())))
                        .toList());
        leftOut("labelsLeftOut", event.labels().size() - StoryTeller.LABELS);
    }

    private void resources() {
        var resources = event.resources();
        line("resourceCount", voice.number(resources.size()));
        facts.put(
                "resources",
                resources.stream()
                        .limit(StoryTeller.RESOURCES)
                        .map(resource -> Map.of(
                                "id", shown(resource.id()),
                                "type", shown(resource.type()),
                                "name", shown(StoryTeller.name(resource)),
                                "url", address(resource.url())))
                        .toList());
        leftOut("resourcesLeftOut", resources.size() - StoryTeller.RESOURCES);
    }

    private void links() {
        var usable = event.links().stream()
                .filter(link -> Html.web(link.href()).isPresent())
                .toList();
        facts.put(
                "links",
                usable.stream()
                        .limit(StoryTeller.LINKS)
                        .map(link -> Map.of(
                                "href",
                                address(link.href()),
                                "text",
                                shown(link.text() == null ? link.href() : link.text())))
                        .toList());
        leftOut("linksLeftOut", usable.size() - StoryTeller.LINKS);
    }

    private Map<String, Boolean> flags() {
        var flags = new TreeMap<String, Boolean>();
        flags.put("alert", event.kind() == Kind.ALERT);
        flags.put("recommendation", event.kind() == Kind.RECOMMENDATION);
        flags.put("over", event.over());
        for (var severity : List.of("critical", "high", "medium", "low", "info")) {
            flags.put(severity, event.severity().name().toLowerCase(Locale.ROOT).equals(severity));
        }
        var saving = event.advice().saving();
        var period = saving == null ? "" : saving.period();
        flags.put("oneTime", period.equals("ONE_TIME"));
        flags.put("monthly", period.equals("MONTHLY"));
        flags.put("yearly", period.equals("YEARLY"));
        return flags;
    }

    private void line(String name, @Nullable String text) {
        facts.put(name, shown(text));
    }

    private void lines(String name, @Nullable String text) {
        facts.put(name, text == null ? "" : escape.apply(Words.lines(text, StoryTeller.TEXT, voice)));
    }

    private void leftOut(String name, int count) {
        line(name, count > 0 ? voice.number(count) : null);
    }

    private String shown(@Nullable String text) {
        return text == null ? "" : escape.apply(Words.line(text, StoryTeller.CELL));
    }

    private String address(@Nullable String href) {
        return href == null ? "" : Html.web(href).map(escape).orElse("");
    }
}
