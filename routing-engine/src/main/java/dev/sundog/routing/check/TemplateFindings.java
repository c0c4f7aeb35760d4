package dev.sundog.routing.check;

import dev.sundog.routing.expression.CelExpressions;
import dev.sundog.routing.policy.ComputedFields;
import dev.sundog.routing.template.TemplateCheck;
import dev.sundog.routing.template.TicketText;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with ticket fields, wherever they stand. */
final class TemplateFindings {

    private static final Pattern PAIR = Pattern.compile("(CRITICAL|HIGH|MEDIUM|LOW|INFO)/[1-9][0-9]{0,8}");

    private TemplateFindings() {}

    static void of(TicketTemplate fields, CelExpressions expressions, Findings findings) {
        computed(fields, expressions, findings);
        fields.priorityBySeverityAndImpact().keySet().stream().sorted().forEach(pair -> {
            if (!PAIR.matcher(pair).matches()) {
                findings.add(
                        "/priorityBySeverityAndImpact" + Findings.member(pair),
                        "must be a severity and an impact, like HIGH/2");
            }
        });
        text(TicketText.SUMMARY, fields.summaryTemplate(), findings);
        text(TicketText.DETAILS, fields.detailsTemplate(), findings);
        text(TicketText.NOTE, fields.noteTemplate(), findings);
        if (fields.locale() != null) {
            TemplateCheck.localeProblem(fields.locale()).ifPresent(why -> findings.add("/locale", why));
        }
        if (fields.timeZone() != null) {
            TemplateCheck.timeZoneProblem(fields.timeZone()).ifPresent(why -> findings.add("/timeZone", why));
        }
        KeyFindings.of(fields, expressions, findings);
    }

    private static void computed(TicketTemplate fields, CelExpressions expressions, Findings findings) {
        fields.computed().forEach((field, source) -> {
            var pointer = "/computed" + Findings.member(field);
            ComputedFields.type(field)
                    .ifPresentOrElse(
                            type -> expressions
                                    .compile(source, type)
                                    .refusal()
                                    .ifPresent(why -> findings.add(pointer, why)),
                            () -> findings.add(pointer, "cannot be computed; allowed: " + ComputedFields.names()));
        });
    }

    private static void text(TicketText text, @Nullable String template, Findings findings) {
        if (template == null) {
            return;
        }
        TemplateCheck.problems(text, template).stream()
                .limit(20)
                .forEach(problem -> findings.add("/" + text.field(), problem.toString()));
    }
}
