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
import org.jspecify.annotations.Nullable;

/**
 * Logic-less templates that a tenant wrote. They see the facts of one event and nothing else: maps and lists of text, no Java
 * object, no partial, no file.
 */
final class MustacheTemplates {

    private static final int KEPT = 500;

    private final Map<String, Template> plain = kept();
    private final Map<String, Template> html = kept();
    private final Mustache.Compiler compiler = Mustache.compiler()
            .defaultValue("")
            .emptyStringIsFalse(true)
            .withCollector(new MapsOnly())
            .withLoader(name -> {
                throw new MustacheException("no partials: " + name);
            });

    /** Fills in a template of plain text. */
    Rendered plain(String template, Event event) {
        return fill(plain, compiler.escapeHTML(false), template, event);
    }

    /** Fills in a template of HTML; every value is escaped, written with two braces or with three. */
    Rendered html(String template, Event event) {
        return fill(html, compiler.escapeHTML(true), template, event);
    }

    private static Rendered fill(
            Map<String, Template> known, Mustache.Compiler compiler, String template, Event event) {
        try {
            var compiled = known.computeIfAbsent(template, compiler::compile);
            return new Rendered.Text(compiled.execute(facts(event)));
        } catch (MustacheException invalid) {
            return new Rendered.Broken(String.valueOf(invalid.getMessage()));
        }
    }

    private static Map<String, Object> facts(Event event) {
        var facts = new TreeMap<String, Object>();
        facts.put("kind", event.kind().name());
        facts.put("eventId", event.eventId());
        facts.put("source", event.source());
        facts.put("organizationId", event.organizationId());
        facts.put("dedupKey", event.dedupKey());
        facts.put("status", event.status());
        facts.put("severity", event.severity().name());
        facts.put("title", event.title());
        facts.put("description", text(event.description()));
        facts.put("category", text(event.category()));
        facts.put("occurredAt", DetailsHtml.time(event.occurredAt()));
        facts.put("rationale", text(event.advice().rationale()));
        facts.put("remediation", text(event.advice().remediation()));
        var saving = event.advice().saving();
        facts.put("saving", saving == null ? "" : DetailsHtml.money(saving));
        facts.put("label", new TreeMap<>(event.labels()));
        facts.put(
                "labels",
                new TreeMap<>(event.labels())
                        .entrySet().stream()
                                .map(label -> Map.of("name", label.getKey(), "value", label.getValue()))
                                .toList());
        facts.put("resources", resources(event));
        facts.put(
                "links",
                event.links().stream()
                        .filter(link -> Html.web(link.href()).isPresent())
                        .map(link ->
                                Map.of("href", link.href(), "text", link.text() == null ? link.href() : link.text()))
                        .toList());
        return facts;
    }

    private static List<Map<String, String>> resources(Event event) {
        return event.resources().stream()
                .map(resource -> Map.of(
                        "id", resource.id(),
                        "type", text(resource.type()),
                        "name", resource.name() == null ? resource.id() : resource.name(),
                        "url", Html.web(text(resource.url())).orElse("")))
                .toList();
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
