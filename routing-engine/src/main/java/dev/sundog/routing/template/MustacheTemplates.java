package dev.sundog.routing.template;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logic-less templates that a tenant wrote. They see the facts of one event and nothing else: maps and lists of text, no Java
 * object, no partial, no file. Keeps the templates used last. Safe from any thread.
 */
final class MustacheTemplates {

    private static final int KEPT = 500;

    private final Map<String, Compiled> templates = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
            return size() > KEPT;
        }
    });
    private final Mustache.Compiler compiler = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .withCollector(new MapsOnly());

    /** Fills in a template; a name that the facts do not have gives nothing. */
    Rendered fill(String template, Map<String, Object> facts) {
        return switch (templates.computeIfAbsent(template, this::compile)) {
            case Compiled.Broken(var why) -> new Rendered.Broken(why);
            case Compiled.Ready(var ready) -> filled(ready, facts);
        };
    }

    private static Rendered filled(Template template, Map<String, Object> facts) {
        try {
            return new Rendered.Text(template.execute(facts));
        } catch (MustacheException failed) {
            return new Rendered.Broken(String.valueOf(failed.getMessage()));
        }
    }

    private Compiled compile(String template) {
        var tags = Tags.in(template);
        // Asked first, because the library ends with other exceptions than its own on some of these.
        if (!tags.problems().isEmpty()) {
            return new Compiled.Broken(tags.problems().getFirst().toString());
        }
        try {
            return new Compiled.Ready(compiler.compile(withWholeLabels(template, tags)));
        } catch (MustacheException invalid) {
            return new Compiled.Broken(String.valueOf(invalid.getMessage()));
        }
    }

    /** A dot leads into a value; those in names of labels are part of the name. */
    private static String withWholeLabels(String template, Tags tags) {
        var text = new StringBuilder(template);
        for (var tag : tags.all()) {
            int name = text.indexOf(Names.LABEL, tag.start());
            if (tag.name().startsWith(Names.LABEL) && name >= 0) {
                for (int at = name + Names.LABEL.length(); at < tag.end(); at++) {
                    if (text.charAt(at) == '.') {
                        text.setCharAt(at, Facts.DOT);
                    }
                }
            }
        }
        return text.toString();
    }

    /** A template made ready once. */
    private sealed interface Compiled {
        record Ready(Template template) implements Compiled {}

        record Broken(String why) implements Compiled {}
    }

    /** Looks names up in maps only: a template must not call methods of what it is given. */
    private static final class MapsOnly extends DefaultCollector {
        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map ? super.createFetcher(context, name) : null;
        }
    }
}
