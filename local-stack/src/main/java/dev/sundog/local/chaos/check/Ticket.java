package dev.sundog.local.chaos.check;

/**
 * A ticket as Halo has it.
 *
 * @param halo name of the tenant
 * @param reference what Sundog wrote with it; empty for none
 * @param closed its status means closed
 */
public record Ticket(String halo, long id, String reference, long customerId, boolean closed, String summary) {

    /** Names it among all Halos. */
    String name() {
        return halo + "#" + id;
    }
}
