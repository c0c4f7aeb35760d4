package dev.sundog.local.stack;

import dev.sundog.local.terminal.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Boot jars taken apart by their own tools. A service starts from that in two thirds of the time, since it reads its
 * libraries from files and not out of a jar in a jar.
 *
 * <p>Each lies in a folder named after its content: every build gives jars the same date.
 */
final class ExtractedJars {

    /** A file lock holds off other processes alone; two instances of one service start in this one. */
    private static final Map<String, Lock> HERE = new ConcurrentHashMap<>();

    private final Path folder;

    ExtractedJars(Path folder) {
        this.folder = folder;
    }

    /** The jar to start, taken apart now if it is not yet. What was taken apart of former builds is thrown away. */
    Path of(String module, Path jar) {
        Lock here = HERE.computeIfAbsent(module, _ -> new ReentrantLock());
        here.lock();
        try {
            return extracted(module, jar);
        } finally {
            here.unlock();
        }
    }

    private Path extracted(String module, Path jar) {
        Path wanted = folder.resolve(module + "-" + checksum(jar));
        Path main = wanted.resolve(jar.getFileName());
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(
                            folder.resolve(module + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.exists(wanted)) {
                    former(module).forEach(Folders::delete);
                    Path half = folder.resolve(module + "-half");
                    extract(jar, half);
                    Files.move(half, wanted, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return main;
        } catch (IOException e) {
            throw new CommandFailure("cannot take " + jar + " apart in " + folder + ": " + e.getMessage(), e);
        }
    }

    private List<Path> former(String module) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(each -> each.getFileName().toString().startsWith(module + "-"))
                    .toList();
        }
    }

    private static void extract(Path jar, Path target) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        target.toString())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new CommandFailure(jar + " cannot be taken apart: exit code " + code);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while taking " + jar + " apart", e);
        }
    }

    private static String checksum(Path jar) {
        var sum = new CRC32C();
        var buffer = ByteBuffer.allocateDirect(1 << 20);
        try (var channel = FileChannel.open(jar)) {
            while (channel.read(buffer.clear()) >= 0) {
                sum.update(buffer.flip());
            }
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
