package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArtifactTest {

    private static final int JAVA_17 = 61;

    @Test
    void runsOnJava17() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(majorVersion(file)).isEqualTo(JAVA_17));
        }
    }

    private static int majorVersion(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }
}
