package dev.sundog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What the artifact asks of those who use it: Java 17 and Avro. */
class ArtifactTest {

    private static final int JAVA_17 = 61;
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void runsOnJava17() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(majorVersion(file)).isEqualTo(JAVA_17));
        }
    }

    @Test
    void usesJavaAndAvroOnly() {
        StringWriter output = new StringWriter();
        String avro = Path.of(Schema.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();

        int result = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(output, true),
                        new PrintWriter(output, true),
                        "-verbose:package",
                        "-filter:none",
                        "-cp",
                        avro,
                        CLASSES.toString());

        assertThat(result).as(output.toString()).isZero();
        List<String> used = output.toString()
                .lines()
                .filter(line -> line.startsWith("   ") && line.contains("->"))
                .map(line -> line.strip().split("\\s+")[2])
                .distinct()
                .toList();
        assertThat(used)
                .as(output.toString())
                .contains("org.apache.avro", "java.time")
                .allMatch(name -> name.matches("(java|org\\.apache\\.avro|dev\\.sundog)(\\..*)?"));
    }

    private static int majorVersion(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }
}
