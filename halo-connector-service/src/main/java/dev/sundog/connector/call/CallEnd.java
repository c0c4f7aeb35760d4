package dev.sundog.connector.call;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one call ended. All but {@link Unknown} are definite. */
public sealed interface CallEnd {

    /** Its name as meters and logs show it. */
    default String label() {
        return switch (this) {
            case Done _ -> "DONE";
            case Rejected _ -> "REJECTED";
            case TooLarge _ -> "TOO_LARGE";
            case NotFound _ -> "NOT_FOUND";
            case RateLimited _ -> "RATE_LIMITED";
            case AuthenticationFailed _ -> "AUTHENTICATION_FAILED";
            case PermissionDenied _ -> "PERMISSION_DENIED";
            case NotSent _ -> "NOT_SENT";
            case Expired _ -> "EXPIRED";
            case Unknown _ -> "UNKNOWN";
        };
    }

    /**
     * Halo did it.
     *
     * @param tickets the ticket made or read, or those verified to carry the reference
     * @param page what {@link Operation.ReadReference} showed; null for every other operation
     */
    record Done(List<FoundTicket> tickets, @Nullable ReferencePage page) implements CallEnd {
        public Done {
            tickets = List.copyOf(tickets);
        }

        /** Of an operation on tickets. */
        public Done(List<FoundTicket> tickets) {
            this(tickets, null);
        }
    }

    /** Halo refuses it by a rule of its own; the words are Halo's. */
    record Rejected(String words) implements CallEnd {}

    /** Halo does not take a body of this size and did nothing. */
    record TooLarge(String detail) implements CallEnd {}

    /** There is no such ticket. */
    record NotFound(String detail) implements CallEnd {}

    /** Halo wants fewer requests and did nothing; null where it did not say for how long. */
    record RateLimited(@Nullable Duration retryAfter) implements CallEnd {}

    /** Halo does not take the credentials and did nothing. */
    record AuthenticationFailed(String detail) implements CallEnd {}

    /** A right is missing; Halo did nothing. */
    record PermissionDenied(String detail) implements CallEnd {}

    /** The request never reached Halo. */
    record NotSent(String detail) implements CallEnd {}

    /** The call came too late and was not sent. */
    record Expired() implements CallEnd {}

    /** Nobody can say whether Halo did it. */
    record Unknown(String detail) implements CallEnd {}
}
