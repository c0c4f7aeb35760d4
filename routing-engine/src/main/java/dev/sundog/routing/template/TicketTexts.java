package dev.sundog.routing.template;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.ticket.TicketTemplate;

/** Writes the words of a ticket: from the configured templates where there are any, in the house's own form elsewhere. */
public final class TicketTexts {

    private static final int SUMMARY = 250;
    private static final int DETAILS = 60_000;

    private final MustacheTemplates templates = new MustacheTemplates();

    /** The headline: one line of plain text, at most 250 chars. */
    public Rendered summary(Event event, TicketTemplate fields) {
        var template = fields.summaryTemplate();
        if (template == null || template.isBlank()) {
            return new Rendered.Text(headline(event.title().isBlank() ? event.dedupKey() : event.title()));
        }
        return switch (templates.plain(template, event)) {
            case Rendered.Text(var text) -> new Rendered.Text(headline(text.isBlank() ? event.dedupKey() : text));
            case Rendered.Broken broken -> broken;
        };
    }

    /** The details as HTML. */
    public Rendered details(Event event, TicketTemplate fields) {
        var template = fields.detailsTemplate();
        if (template == null || template.isBlank()) {
            return new Rendered.Text(DetailsHtml.of(event));
        }
        return switch (templates.html(template, event)) {
            // Cut HTML is no HTML: the house's own form is bounded in each part, so it serves instead.
            case Rendered.Text(var text) -> new Rendered.Text(text.length() > DETAILS ? DetailsHtml.of(event) : text);
            case Rendered.Broken broken -> broken;
        };
    }

    /** What a note about this event says, as HTML. */
    public String note(Event event) {
        var what = event.over() ? "Over" : "Reported again";
        return "<p>" + what + " (" + Html.escaped(event.status()) + ", " + event.severity() + ") by "
                + Html.escaped(Html.cut(event.source(), 100)) + " at " + DetailsHtml.time(event.occurredAt()) + ": "
                + Html.escaped(headline(event.title())) + "</p>";
    }

    private static String headline(String text) {
        return Html.cut(text.strip().replaceAll("[\\s\\p{Cntrl}]+", " "), SUMMARY);
    }
}
