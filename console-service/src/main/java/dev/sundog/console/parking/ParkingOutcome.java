package dev.sundog.console.parking;

import dev.sundog.console.problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a command about parked events. */
sealed interface ParkingOutcome {

    /**
     * It is on its way to routing, which may still refuse it.
     *
     * @param eventId absent where it is about all of the organization
     * @param events how many it is about, as far as the console has heard
     */
    record Taken(
            String commandId,
            String organizationId,
            @Nullable String eventId,
            ParkingVerb kind,
            long events) implements ParkingOutcome {}

    /** Nothing of the kind waits, as far as the console has heard. */
    record Unknown(String what) implements ParkingOutcome {}

    /** Nobody can release it: what it waits for is missing. */
    record Impossible(String why) implements ParkingOutcome {}

    /** Events of several tenants or sources have this name. */
    record Ambiguous(String why) implements ParkingOutcome {}

    /** What was sent with it is wrong. */
    record Invalid(List<FieldError> errors) implements ParkingOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
