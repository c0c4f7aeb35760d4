package dev.sundog.connector.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.sundog.connector.connection.HaloConnection.Lookup;
import dev.sundog.connector.connection.SecretBox.SealBrokenException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TinkSecretBoxTest {

    private static final String SECRET = "a secret nobody may see";

    @TempDir
    private Path folder;

    private Aead aead;
    private SecretBox box;

    @BeforeEach
    void keyset() throws GeneralSecurityException, IOException {
        AeadConfig.register();
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Path file = folder.resolve("keyset.json");
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        box = TinkSecretBox.of(file);
    }

    @Test
    void opensWhatWasSealedForTheConnection() throws Exception {
        assertThat(box.clientSecret(connection(sealed("acme-msp/acme-halo/clientSecret"))))
                .isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other-msp/acme-halo/clientSecret",
                "acme-msp/other-halo/clientSecret",
                "acme-msp/acme-halo/password",
                ""
            })
    void refusesWhatWasSealedForSomethingElse(String bound) throws Exception {
        HaloConnection moved = connection(sealed(bound));

        assertThatThrownBy(() -> box.clientSecret(moved))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("acme-halo")
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining(moved.sealedSecret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", SECRET, "YSBzZWNyZXQgbm9ib2R5IG1heSBzZWU="})
    void refusesWhatWasNeverSealedAndDoesNotShowIt(String stored) {
        assertThatThrownBy(() -> box.clientSecret(connection(stored)))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("enter it again")
                .hasMessageNotContaining(SECRET)
                .hasNoCause();
    }

    @Test
    void refusesToStartWithAFileThatIsNoKeysetAndDoesNotShowIt() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"key\":\"" + SECRET + "\"}");

        assertThatThrownBy(() -> TinkSecretBox.of(file))
                .hasMessageContaining("sundog.secrets.keyset-file")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void refusesToStartWithoutAFile() {
        assertThatThrownBy(() -> TinkSecretBox.of(folder.resolve("none.json")))
                .hasMessageContaining("sundog.secrets.keyset-file")
                .hasMessageContaining("none.json");
    }

    @Test
    void showsNoSecretOfAConnection() {
        assertThat(connection(SECRET).toString())
                .contains("acme-halo")
                .doesNotContain(SECRET)
                .doesNotContain("sundog-local");
    }

    private String sealed(String bound) throws GeneralSecurityException {
        byte[] ciphertext =
                aead.encrypt(SECRET.getBytes(StandardCharsets.UTF_8), bound.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ciphertext);
    }

    private static HaloConnection connection(String sealedSecret) {
        return Connections.of(URI.create("https://acme.halopsa.com"), Lookup.THIRD_PARTY_ID, null, sealedSecret);
    }
}
