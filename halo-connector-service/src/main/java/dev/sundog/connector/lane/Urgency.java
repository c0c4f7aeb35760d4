package dev.sundog.connector.lane;

import java.util.List;

/** How pressing a turn is. The first may spend the reserved share of the budget, the others may not. */
public enum Urgency {
    /** New tickets for critical events, resolutions, and look-ups of lost creates. */
    URGENT,
    /** Other new tickets. */
    NEW,
    /** Notes about repeats, and whatever else keeps a ticket current. */
    NOTE,
    /** What belongs to no ticket. */
    ERRAND;

    private static final List<Urgency> USUAL = List.of(URGENT, NEW, NOTE, ERRAND);
    private static final List<Urgency> NEW_FIRST = List.of(NEW, URGENT, NOTE, ERRAND);
    private static final List<Urgency> NOTE_FIRST = List.of(NOTE, URGENT, NEW, ERRAND);
    private static final List<Urgency> ERRAND_FIRST = List.of(ERRAND, URGENT, NEW, NOTE);

    /**
     * Who is asked first at a turn. Each fifth turn belongs to new tickets and one of 25 to notes and to errands, if they want
     * it, so that no flood of urgent turns starves them.
     *
     * @param turn the turn's number in its lane
     */
    static List<Urgency> order(int turn) {
        return switch (turn % 25) {
            case 4, 14, 19, 24 -> NEW_FIRST;
            case 9 -> NOTE_FIRST;
            case 12 -> ERRAND_FIRST;
            default -> USUAL;
        };
    }

    /** True if it may spend what is reserved. */
    boolean mayUseReserve() {
        return this == URGENT;
    }
}
