package dev.sundog.console.configuration;

import dev.sundog.console.configuration.SecretCipher.SecretPlace;
import dev.sundog.console.problem.FieldErrors;
import java.util.Optional;

/** Keeps the secret of a connection: it goes in, and never comes out again. */
final class ConnectionSecrets {

    private static final String FIELD = "clientSecret";

    private final SecretCipher cipher;

    ConnectionSecrets(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /** Notes where a secret is needed and not given. */
    void check(Document given, Optional<Stored> stored, FieldErrors errors) {
        if (given.has(FIELD) || !errors.noneAt("/" + FIELD)) {
            return;
        }
        if (stored.isEmpty()) {
            errors.add("/" + FIELD, "is required for a new connection");
            return;
        }
        // Otherwise whoever may edit a connection could have the stored secret sent to a server of their own.
        var sameServer = stored.get().document().text("authorizationServer").equals(given.text("authorizationServer"));
        errors.require(sameServer, "/" + FIELD, "must be given again when authorizationServer changes");
    }

    /** The document with its secret encrypted; the stored ciphertext stays where the secret is the same or not given. */
    Document seal(Document given, Optional<Stored> stored) {
        var place = new SecretPlace(given.requiredText("tenantId"), given.requiredText("id"));
        var kept = stored.map(before -> before.document().requiredText(FIELD));
        var secret = given.text(FIELD);
        if (secret.isEmpty()) {
            return sealed(given, kept.orElseThrow());
        }
        return sealed(
                given,
                kept.filter(ciphertext -> cipher.decrypt(ciphertext, place).equals(secret))
                        .orElseGet(() -> cipher.encrypt(secret.get(), place)));
    }

    private static Document sealed(Document document, String ciphertext) {
        return document.without(FIELD).with(FIELD, ciphertext);
    }
}
