package dev.sundog.console.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.console.TestKeyset;
import dev.sundog.console.configuration.SecretCipher.SecretPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keyset keeps. */
class TinkSecretCipherTest {

    private final TinkSecretCipher cipher = TinkSecretCipher.fromFile(TestKeyset.file());

    @Test
    void givesTheSecretBackInItsPlaceOnly() {
        var ciphertext = cipher.encrypt("hush", new SecretPlace("acme", "main"));

        assertThat(ciphertext).doesNotContain("hush");
        assertThat(cipher.decrypt(ciphertext, new SecretPlace("acme", "main"))).contains("hush");
        assertThat(cipher.decrypt(ciphertext, new SecretPlace("other", "main"))).isEmpty();
        assertThat(cipher.decrypt("not base64!", new SecretPlace("acme", "main")))
                .isEmpty();
    }

    @Test
    void saysWhichFileIsNoKeysetAndNothingOfItsContent(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("keys.json"), "{\"secret\":\"abc\"}");

        assertThatThrownBy(() -> TinkSecretCipher.fromFile(file))
                .hasMessageContaining("sundog.secrets.keyset-file")
                .hasMessageNotContaining("abc");
    }
}
