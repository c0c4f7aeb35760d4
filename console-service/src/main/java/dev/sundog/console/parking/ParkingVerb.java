package dev.sundog.console.parking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people can want of a parked event. */
enum ParkingVerb {
    /** Decide it again now, whatever silence or rule holds it. */
    RELEASE,
    /** End it without a ticket. */
    DISCARD;

    static Optional<ParkingVerb> of(String verb) {
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(verb))
                .findFirst();
    }
}
