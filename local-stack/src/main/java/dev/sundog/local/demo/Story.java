package dev.sundog.local.demo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The way of one event, as the console tells it.
 *
 * @param decision the latest; empty while there is none
 * @param ticketId Halo's number; empty while there is none
 * @param ticketEvents types in the order they came
 */
record Story(
        String eventId,
        String title,
        String state,
        Optional<Decision> decision,
        OptionalLong ticketId,
        String ticketKey,
        String ticketUrl,
        List<String> ticketEvents) {

    Story {
        ticketEvents = List.copyOf(ticketEvents);
    }

    boolean saw(String ticketEvent) {
        return ticketId.isPresent() && ticketEvents.contains(ticketEvent);
    }

    boolean isParked() {
        return state.equals("PARKED");
    }

    /**
     * What routing made of the event.
     *
     * @param rule name of the rule that matched; empty where none did
     * @param customer number in Halo, as text; empty where none is known
     * @param released the event was parked before
     */
    record Decision(String outcome, String reason, String rule, String customer, boolean released) {}
}
