package dev.sundog.console.configuration;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** Encrypts with the primary key of a Tink keyset. Safe from any thread. */
final class TinkSecretCipher implements SecretCipher {

    private final Aead aead;

    private TinkSecretCipher(Aead aead) {
        this.aead = aead;
    }

    /**
     * Reads the keyset.
     *
     * @throws IllegalStateException if the file is not a keyset for AEAD; says which file, nothing of its content
     */
    static TinkSecretCipher fromFile(Path file) {
        try {
            AeadConfig.register();
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            return new TinkSecretCipher(keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sundog.secrets.keyset-file is not a Tink keyset for AEAD: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("sundog.secrets.keyset-file cannot be read: " + file, e);
        }
    }

    @Override
    public String encrypt(String secret, SecretPlace place) {
        try {
            var ciphertext = aead.encrypt(
                    secret.getBytes(StandardCharsets.UTF_8), place.binding().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be encrypted", e);
        }
    }

    @Override
    public Optional<String> decrypt(String ciphertext, SecretPlace place) {
        try {
            var secret = aead.decrypt(
                    Base64.getDecoder().decode(ciphertext), place.binding().getBytes(StandardCharsets.UTF_8));
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
