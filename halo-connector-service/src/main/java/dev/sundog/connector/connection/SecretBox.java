package dev.sundog.connector.connection;

/** Opens the secrets of connections. */
public interface SecretBox {

    /**
     * The client secret in clear text. Never log it, never keep it longer than a token request.
     *
     * @throws SealBrokenException if it was sealed with another key, for another connection, or not at all
     */
    String clientSecret(HaloConnection connection) throws SealBrokenException;

    /** The secret cannot be opened; only a new one helps. */
    final class SealBrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        public SealBrokenException(String message) {
            super(message);
        }
    }
}
