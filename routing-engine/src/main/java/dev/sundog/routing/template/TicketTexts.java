package dev.sundog.routing.template;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the words of a ticket: as an expression or a template says where there is one, in the house's own form elsewhere. The
 * same event and fields give the same bytes on every machine. Safe from any thread.
 */
public final class TicketTexts {

    private static final int SUMMARY = 250;
    private static final int DETAILS = 60_000;
    /** The connector puts the notes of several tickets into one exchange. */
    private static final int NOTE = 10_000;

    private final MustacheTemplates templates = new MustacheTemplates();

    /** The headline: one line of plain text, at most 250 chars, never empty. */
    public Rendered summary(Event event, TicketTemplate fields) {
        return summary(event, Wording.of(fields));
    }

    /** The details as HTML, at most 60,000 chars, never empty. */
    public Rendered details(Event event, TicketTemplate fields) {
        return details(event, Wording.of(fields));
    }

    /** What a note about this event says, as HTML, at most 10,000 chars, never empty. */
    public Rendered note(Event event, TicketTemplate fields) {
        return note(event, Wording.of(fields));
    }

    Rendered summary(Event event, Wording wording) {
        if (wording.summary() != null) {
            return new Rendered.Text(headline(event, wording.summary()));
        }
        var template = wording.summaryTemplate();
        if (template == null || template.isBlank()) {
            return new Rendered.Text(headline(event, event.title()));
        }
        return switch (templates.fill(template, Facts.of(event, wording.voice(), text -> text))) {
            case Rendered.Text(var text) -> new Rendered.Text(headline(event, text));
            case Rendered.Broken broken -> broken;
        };
    }

    Rendered details(Event event, Wording wording) {
        var voice = wording.voice();
        if (wording.details() != null) {
            return new Rendered.Text(StoryHtml.of(told(wording.details(), event, voice), voice, DETAILS));
        }
        return switch (filled(wording.detailsTemplate(), event, voice, DETAILS)) {
            case Rendered.Text(var html)
            when html.isEmpty() -> new Rendered.Text(StoryHtml.of(StoryTeller.details(event, voice), voice, DETAILS));
            case Rendered.Text text -> text;
            case Rendered.Broken broken -> broken;
        };
    }

    Rendered note(Event event, Wording wording) {
        return switch (filled(wording.noteTemplate(), event, wording.voice(), NOTE)) {
            case Rendered.Text(var html)
            when html.isEmpty() -> new Rendered.Text(paragraph(StoryTeller.note(event, wording.voice())));
            case Rendered.Text text -> text;
            case Rendered.Broken broken -> broken;
        };
    }

    /** The template filled in; empty where there is none or where it says nothing of this event. */
    private Rendered filled(@Nullable String template, Event event, Voice voice, int limit) {
        if (template == null || template.isBlank()) {
            return new Rendered.Text("");
        }
        return switch (templates.fill(template, Facts.of(event, voice, Html::lines))) {
            case Rendered.Text(var html) -> new Rendered.Text(JsoupMarkup.clean(html, voice, limit));
            case Rendered.Broken broken -> broken;
        };
    }

    private static Story told(String details, Event event, Voice voice) {
        var text = Words.lines(details, StoryTeller.TEXT, voice);
        return new Story(headline(event, event.title()), List.of(new Story.Prose("What happened", text, false)));
    }

    private static String paragraph(String text) {
        return "<p" + Html.direction(text) + ">" + Html.escaped(text) + "</p>";
    }

    private static String headline(Event event, String text) {
        var line = Words.line(text, SUMMARY);
        return line.isEmpty() ? Words.line(event.dedupKey(), SUMMARY) : line;
    }
}
