package dev.sundog.local.stack;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The key that encrypts connection secrets in the local stack. Made once, readable by its owner only. */
final class TinkKeyset {

    private TinkKeyset() {}

    /** Returns the file, made now if it is not there; whole or not at all. Safe from the threads that start services. */
    static synchronized Path in(Path folder) {
        Path file = folder.resolve("keyset.json");
        try {
            if (!Files.exists(file)) {
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Path draft = Files.createTempFile(folder, "keyset", ".new", owner);
                Files.writeString(draft, generate());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new CommandFailure("the key for secrets cannot be made: " + e.getMessage(), e);
        }
    }

    private static String generate() throws GeneralSecurityException {
        AeadConfig.register();
        var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }
}
