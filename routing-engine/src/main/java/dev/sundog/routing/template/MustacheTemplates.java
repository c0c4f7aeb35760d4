package dev.sundog.routing.template;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.sundog.routing.event.Event;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Logic-less templates that a tenant wrote. They see the facts of one event and nothing else: maps and lists of text, no Java
 * object, no partial, no file.
 */
final class MustacheTemplates {

    private static final int KEPT = 500;

    private final Map<String, Template> templates = kept();
    private final Mustache.Compiler compiler = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .withCollector(new MapsOnly())
            .withLoader(name -> {
                throw new MustacheException("no partials: " + name);
            });

    /** Fills in a template of plain text. */
    Rendered plain(String template, Event event) {
        return fill(template, event, text -> text);
    }

    /** Fills in a template of HTML; every value is escaped, whether it is written with two braces or with three. */
    Rendered html(String template, Event event) {
        return fill(template, event, Html::lines);
    }

    private Rendered fill(String template, Event event, UnaryOperator<String> escape) {
        try {
            return new Rendered.Text(
                    templates.computeIfAbsent(template, compiler::compile).execute(facts(event, escape)));
        } catch (MustacheException invalid) {
            return new Rendered.Broken(String.valueOf(invalid.getMessage()));
        }
    }

    private static Map<String, Object> facts(Event event, UnaryOperator<String> escape) {
        var plain = new TreeMap<String, @Nullable String>();
        plain.put("kind", event.kind().name());
        plain.put("eventId", event.eventId());
        plain.put("source", event.source());
        plain.put("organizationId", event.organizationId());
        plain.put("dedupKey", event.dedupKey());
        plain.put("status", event.status());
        plain.put("severity", event.severity().name());
        plain.put("title", event.title());
        plain.put("description", event.description());
        plain.put("category", event.category());
        plain.put("occurredAt", DetailsHtml.time(event.occurredAt()));
        plain.put("rationale", event.advice().rationale());
        plain.put("remediation", event.advice().remediation());
        var saving = event.advice().saving();
        plain.put("saving", saving == null ? null : DetailsHtml.money(saving));
        var facts = new TreeMap<String, Object>(escaped(plain, escape));
        facts.put("label", escaped(event.labels(), escape));
        facts.put("labels", labels(event, escape));
        facts.put("resources", resources(event, escape));
        facts.put("links", links(event, escape));
        return facts;
    }

    private static List<Map<String, String>> labels(Event event, UnaryOperator<String> escape) {
        return new TreeMap<>(event.labels())
                .entrySet().stream()
                        .map(label -> escaped(Map.of("name", label.getKey(), "value", label.getValue()), escape))
                        .toList();
    }

    private static List<Map<String, String>> resources(Event event, UnaryOperator<String> escape) {
        return event.resources().stream()
                .map(resource -> Map.of(
                        "id", resource.id(),
                        "type", text(resource.type()),
                        "name", resource.name() == null ? resource.id() : resource.name(),
                        "url", Html.web(text(resource.url())).orElse("")))
                .map(resource -> escaped(resource, escape))
                .toList();
    }

    private static List<Map<String, String>> links(Event event, UnaryOperator<String> escape) {
        return event.links().stream()
                .filter(link -> Html.web(link.href()).isPresent())
                .map(link -> Map.of("href", link.href(), "text", link.text() == null ? link.href() : link.text()))
                .map(link -> escaped(link, escape))
                .toList();
    }

    private static Map<String, String> escaped(
            Map<String, ? extends @Nullable String> values, UnaryOperator<String> escape) {
        var escaped = new TreeMap<String, String>();
        values.forEach((name, value) -> escaped.put(name, escape.apply(text(value))));
        return escaped;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Map<String, Template> kept() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
                return size() > KEPT;
            }
        });
    }

    /** Looks names up in maps only: a template must not call methods of what it is given. */
    private static final class MapsOnly extends DefaultCollector {
        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map ? super.createFetcher(context, name) : null;
        }
    }
}
