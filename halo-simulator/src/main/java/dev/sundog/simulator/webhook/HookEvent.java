package dev.sundog.simulator.webhook;

import dev.sundog.simulator.book.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What of a ticket's life Halo tells. The numbers are section 7 of the reference; the words are known for
 * {@link #STATUS_CHANGED} alone and guessed for the others.
 */
enum HookEvent {
    LOGGED(3, "new ticket logged", "A new Ticket has been logged, Ticket ID: %07d."),
    /** At each change of a ticket, whoever made it: a guess. */
    UPDATED(19, "ticket updated by user", "The user has updated Ticket ID: %07d."),
    CLOSED(39, "ticket closed", "Ticket ID: %07d has been closed."),
    STATUS_CHANGED(76, "ticket status changed", "The status has been changed for Ticket ID: %07d."),
    DELETED(1072, "ticket deleted", "Ticket ID: %07d has been deleted.");

    private final int number;
    private final String words;
    private final String message;

    HookEvent(int number, String words, String message) {
        this.number = number;
        this.words = words;
        this.message = message;
    }

    /** What happened between the two, in the order in which it is told. */
    static List<HookEvent> between(Row before, Row after) {
        if (!before.has("id")) {
            return List.of(LOGGED);
        }
        if (after.flag("deleted") && !before.flag("deleted")) {
            return List.of(DELETED);
        }
        List<HookEvent> events = new ArrayList<>(List.of(UPDATED));
        if (before.number("status_id") != after.number("status_id")) {
            events.add(STATUS_CHANGED);
        }
        if (after.flag("hasbeenclosed") && !before.flag("hasbeenclosed")) {
            events.add(CLOSED);
        }
        return events;
    }

    int number() {
        return number;
    }

    String words() {
        return words;
    }

    String message(int ticketId) {
        return String.format(Locale.ROOT, message, ticketId);
    }
}
