package dev.sundog.connector.audit;

/**
 * One ticket that is to go.
 *
 * @param close true: it is closed with a note; false: it is merged
 */
public record Repair(String reference, long keptTicketId, long laterTicketId, boolean close) {

    Repair byClosing() {
        return new Repair(reference, keptTicketId, laterTicketId, true);
    }
}
