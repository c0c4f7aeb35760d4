package dev.sundog.local.chaos.world;

/**
 * An organization that events are about.
 *
 * @param id in the sources' words
 * @param connectionId the connection that serves it
 * @param customerId in Halo; zero where nobody has mapped it, so that its events wait
 */
public record Party(String id, String connectionId, long customerId) {

    public boolean isMapped() {
        return customerId > 0;
    }
}
