package dev.sundog.console.configuration;

import java.util.Optional;

/** Keeps a connection's secret from whoever can read the database or Kafka. */
interface SecretCipher {

    /** Encrypts for this place alone; never the same text twice. */
    String encrypt(String secret, SecretPlace place);

    /** The secret; empty where the keyset or the place is another. */
    Optional<String> decrypt(String ciphertext, SecretPlace place);

    /** What a secret belongs to. */
    record SecretPlace(String tenantId, String connectionId) {

        /** The text that the ciphertext is bound to. Ids hold no slash. */
        String binding() {
            return tenantId + "/" + connectionId + "/clientSecret";
        }
    }
}
