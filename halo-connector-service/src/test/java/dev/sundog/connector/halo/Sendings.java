package dev.sundog.connector.halo;

/** Opens the last check before the first byte to the simulation. */
public final class Sendings {

    private Sendings() {}

    /** False when the call may not be sent any more. */
    public static boolean begin(Sending sending) {
        try {
            sending.begin();
            return true;
        } catch (Sending.TooLateException late) {
            return false;
        }
    }
}
