package dev.sundog.connector.connection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Opens secrets with a Tink keyset from a file. The ciphertext is bound to tenant, connection and field. */
final class TinkSecretBox implements SecretBox {

    private final Aead aead;

    private TinkSecretBox(Aead aead) {
        this.aead = aead;
    }

    /** With the keyset in the file, as Tink writes it in JSON. */
    static TinkSecretBox of(Path keysetFile) {
        try {
            AeadConfig.register();
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keysetFile), InsecureSecretKeyAccess.get());
            return new TinkSecretBox(keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "sundog.secrets.keyset-file: no usable keyset in " + keysetFile + " (" + unusable.getMessage()
                            + ")",
                    unusable);
        }
    }

    @Override
    public String clientSecret(HaloConnection connection) throws SealBrokenException {
        String bound = connection.tenantId() + "/" + connection.id() + "/clientSecret";
        try {
            byte[] clear = aead.decrypt(
                    Base64.getDecoder().decode(connection.sealedSecret()), bound.getBytes(StandardCharsets.UTF_8));
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new SealBrokenException("the client secret of connection " + connection.id()
                    + " cannot be decrypted with this keyset; enter it again");
        }
    }
}
