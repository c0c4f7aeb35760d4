package dev.sundog.local.stack;

import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/**
 * The folder with PostgreSQL's own programs, unpacked once and shared by all stacks of the checkout.
 *
 * <p>One stack at a time looks into it. What an interrupted one left half unpacked is thrown away.
 */
final class DatabasePrograms {

    private final Path folder;

    DatabasePrograms(Path folder) {
        this.folder = folder;
    }

    /** Does something that may unpack them. */
    <T> T use(Function<Path, T> work) {
        Path complete = folder.resolve("complete");
        try {
            Files.createDirectories(folder.getParent());
            try (var channel = FileChannel.open(
                            folder.resolveSibling("programs.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.exists(complete)) {
                    Folders.delete(folder);
                    Files.createDirectories(folder);
                }
                T result = work.apply(folder);
                Files.writeString(complete, "");
                return result;
            }
        } catch (IOException e) {
            throw new CommandFailure("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }
}
