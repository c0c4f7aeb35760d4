package dev.sundog.routing.template;

import dev.sundog.routing.ticket.TicketTemplate;
import org.jspecify.annotations.Nullable;

/** What configuration says about the words of a ticket. */
record Wording(
        @Nullable String summary,
        @Nullable String details,
        @Nullable String summaryTemplate,
        @Nullable String detailsTemplate,
        @Nullable String noteTemplate,
        Voice voice) {

    static Wording of(TicketTemplate fields) {
        return new Wording(
                fields.summary(),
                fields.details(),
                fields.summaryTemplate(),
                fields.detailsTemplate(),
                fields.noteTemplate(),
                Voice.of(fields.locale(), fields.timeZone()));
    }
}
