package dev.sundog.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinkKeysetTest {

    @TempDir
    Path folder;

    @Test
    void isReadableByItsOwnerAlone() throws Exception {
        var file = TinkKeyset.in(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).content().contains("AesGcmKey");
    }

    @Test
    void staysTheSameTheSecondTime() throws Exception {
        var first = Files.readString(TinkKeyset.in(folder));

        var second = Files.readString(TinkKeyset.in(folder));

        assertThat(second).isEqualTo(first);
    }
}
