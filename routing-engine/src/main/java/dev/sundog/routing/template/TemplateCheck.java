package dev.sundog.routing.template;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what a tenant writes about the words of its tickets, before it is saved. A template without a problem here can be filled
 * in for every event. Safe from any thread.
 */
public final class TemplateCheck {

    private TemplateCheck() {}

    /** Everything that is wrong with a template, in the order of its places; empty for a sound one. */
    public static List<TemplateProblem> problems(TicketText text, String template) {
        if (template.length() > text.limit()) {
            var what = "has " + template.length() + " characters, at most " + text.limit() + " are allowed";
            return List.of(TemplateProblem.at(template, text.limit(), what));
        }
        var tags = Tags.in(template);
        var problems = new ArrayList<>(tags.problems());
        if (problems.isEmpty()) {
            problems.addAll(Names.problems(template, tags));
        }
        if (text.html()) {
            problems.addAll(JsoupMarkup.problems(template));
        }
        problems.sort(Comparator.comparingInt(TemplateProblem::line).thenComparingInt(TemplateProblem::column));
        return problems;
    }

    /** What is wrong with a locale; empty for one in which numbers and dates can be written. */
    public static Optional<String> localeProblem(String locale) {
        try {
            var wanted = new Locale.Builder().setLanguageTag(locale).build();
            boolean known = !wanted.getLanguage().isEmpty()
                    && !wanted.hasExtensions()
                    && Set.of(Locale.getAvailableLocales()).contains(wanted);
            return known ? Optional.empty() : Optional.of("is no known language and country, such as en-NZ or de");
        } catch (IllformedLocaleException invalid) {
            return Optional.of("is no language tag, such as en-NZ or de");
        }
    }

    /** What is wrong with a time zone; empty for a known one. */
    public static Optional<String> timeZoneProblem(String timeZone) {
        return ZoneId.getAvailableZoneIds().contains(timeZone)
                ? Optional.empty()
                : Optional.of("is no time zone, such as Pacific/Auckland or UTC");
    }
}
