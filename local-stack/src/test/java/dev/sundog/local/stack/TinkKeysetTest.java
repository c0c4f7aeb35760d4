package dev.sundog.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

    @Test
    void isOneForServicesThatStartTogether() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return Files.readString(TinkKeyset.in(folder));
                    }))
                    .toList();

            start.countDown();

            var first = reads.getFirst().get();
            assertThat(first).contains("AesGcmKey");
            for (var read : reads) {
                assertThat(read.get()).isEqualTo(first);
            }
        }
    }
}
