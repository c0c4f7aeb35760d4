package dev.sundog.local.chaos.world;

/**
 * One connection of the run and the simulated Halo behind it.
 *
 * @param connectionId name of the connection
 * @param halo name of the Halo tenant in the simulator
 * @param reopens true: a repeat opens the closed ticket again; false: it gets another ticket
 */
public record Site(String connectionId, String halo, boolean reopens) {

    /** The tenant that is there without being opened. */
    public static final String FIRST_HALO = "acme";

    /** Path of the tenant below the simulator's address; empty for the first. */
    public String path() {
        return halo.equals(FIRST_HALO) ? "" : "/" + halo;
    }
}
