package dev.sundog.local.chaos.check;

/**
 * One call that was decided.
 *
 * @param operation by its name in the contract
 * @param reference under which the ticket is found again in Halo
 */
public record Called(
        Place place, String callId, String connectionId, String ticketKey, String operation, String reference) {

    static final String CREATE = "CREATE_TICKET";

    boolean isCreate() {
        return operation.equals(CREATE);
    }
}
