package dev.sundog.local.stack;

import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things lie on disk.
 *
 * @param home folder of the checkout, with the modules and what was built of them
 * @param data folder for data and logs of this stack
 */
public record StackLayout(Path home, Path data) {

    private static final long NEEDED_BYTES = 1L << 30;

    public Path libraries() {
        return home.resolve("local-stack/target/stack/lib");
    }

    public Path registry() {
        return home.resolve("local-stack/target/stack/registry");
    }

    /** Programs that are unpacked once for all stacks of the checkout. */
    public Path programs() {
        return home.resolve(".sundog/programs");
    }

    /** Boot jars that are taken apart once for all stacks of the checkout. */
    public Path services() {
        return home.resolve(".sundog/services");
    }

    public Path log(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    /** A folder of its own for one part, made when needed. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new CommandFailure("cannot write to " + data + ": " + e.getMessage(), e);
        }
    }

    /**
     * The runnable jar of a module.
     *
     * @param suffix of its name after the version, for example {@code -exec}; empty for none
     */
    public Path jar(String module, String suffix) {
        Path target = home.resolve(module).resolve("target");
        String ending = suffix + ".jar";
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> isJar(file.getFileName().toString(), module, ending))
                    .min(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new CommandFailure("nothing is built in " + target + "; run mvn package"));
        } catch (IOException e) {
            throw new CommandFailure("nothing is built in " + target + "; run mvn package", e);
        }
    }

    /** Refuses a disk that the stack would fill. */
    public void requireSpace() {
        long free = folder("").toFile().getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new CommandFailure("only %d MB are free at %s; the stack needs 1 GB (--data DIR puts it elsewhere)"
                    .formatted(free >> 20, data));
        }
    }

    /** Forgets what the last stack left in the folders, its programs apart. */
    public void forget(String... folders) {
        Stream.of(folders).map(data::resolve).forEach(Folders::delete);
    }

    private static boolean isJar(String name, String module, String ending) {
        return name.startsWith(module + "-") && name.endsWith(ending) && !name.endsWith("-sources.jar");
    }
}
