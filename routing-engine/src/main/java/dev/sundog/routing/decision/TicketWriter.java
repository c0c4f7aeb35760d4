package dev.sundog.routing.decision;

import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Customer;
import dev.sundog.routing.customer.Mapping.Mapped;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.template.Rendered;
import dev.sundog.routing.template.TicketText;
import dev.sundog.routing.template.TicketTexts;
import dev.sundog.routing.ticket.Lifecycle;
import dev.sundog.routing.ticket.TicketFields;
import dev.sundog.routing.ticket.TicketTemplate;

/** Writes the wish for a ticket from an event, its customer and the fields that the configuration sets. */
public final class TicketWriter {

    /** Halo's own status "Closed", where the configuration names none. */
    private static final long CLOSED = 9;

    private final TicketTexts texts;

    public TicketWriter(TicketTexts texts) {
        this.texts = texts;
    }

    /** What came of writing. */
    sealed interface Written {
        /** It is ready. */
        record Ready(TicketWish wish) implements Written {}

        /** A configured template cannot be filled in. */
        record Unwritable(String why) implements Written {}
    }

    Written write(Event event, Mapped mapped, TicketTemplate template) {
        return switch (texts.summary(event, template)) {
            case Rendered.Broken(var why) -> unwritable(TicketText.SUMMARY, why);
            case Rendered.Text(var summary) ->
                switch (texts.details(event, template)) {
                    case Rendered.Broken(var why) -> unwritable(TicketText.DETAILS, why);
                    case Rendered.Text(var details) ->
                        noted(event, mapped, template, fields(event, mapped, template, summary, details));
                };
        };
    }

    private Written noted(Event event, Mapped mapped, TicketTemplate template, TicketFields fields) {
        return switch (texts.note(event, template)) {
            case Rendered.Broken(var why) -> unwritable(TicketText.NOTE, why);
            case Rendered.Text(var note) -> new Written.Ready(wish(event, mapped, template, fields, note));
        };
    }

    private static Written unwritable(TicketText text, String why) {
        return new Written.Unwritable(text.field() + " failed: " + why);
    }

    private static TicketWish wish(
            Event event, Mapped mapped, TicketTemplate template, TicketFields fields, String noteHtml) {
        var connection = mapped.connection();
        return new TicketWish(
                mapped.organization().tenantId(),
                connection.id(),
                TicketKey.of(connection.id(), event, template),
                event.over(),
                fields,
                noteHtml,
                life(event, template.lifecycle(), connection));
    }

    private static TicketFields fields(
            Event event, Mapped mapped, TicketTemplate template, String summary, String details) {
        var customer = customer(mapped.customer(), template);
        return new TicketFields(
                customer.id(),
                customer.siteId(),
                customer.userId(),
                template.ticketTypeId(),
                template.statusId(),
                template.priority(event.severity().name()),
                template.team(),
                template.agentId(),
                template.categories(),
                template.customFields(),
                template.impact(),
                template.urgency(),
                template.slaId(),
                template.sourceId(),
                template.parentTicketId(),
                template.assetIds(),
                template.approvalProcessId(),
                summary,
                details);
    }

    /** A site and a user belong to one customer, so those of the mapping are left out where another customer is set. */
    private static Customer customer(Customer mapped, TicketTemplate template) {
        var other = template.customerId();
        var base = other == null || other == mapped.id() ? mapped : new Customer(other, null, null);
        if (template.siteId() == null && template.userId() == null) {
            return base;
        }
        return new Customer(
                base.id(),
                template.siteId() == null ? base.siteId() : template.siteId(),
                template.userId() == null ? base.userId() : template.userId());
    }

    /** Of many people who ask for one ticket each is named on it; the usual notes would leave out the second. */
    private static Lifecycle life(Event event, Lifecycle set, Connection connection) {
        var complete = life(set, connection);
        return event.advice().requestedBy() == null || event.over() ? complete : complete.tellingThisRepeat();
    }

    private static Lifecycle life(Lifecycle set, Connection connection) {
        var closed = connection.closedStatusIds().isEmpty()
                ? CLOSED
                : connection.closedStatusIds().getFirst();
        return set.over(Lifecycle.usual(closed));
    }
}
