package dev.sundog.local.stack;

import dev.sundog.local.process.ProcessLedger;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Sees to it, before anything starts, that nothing stands in the way: another stack, leftovers, ports, disk. */
final class StackGuard implements AutoCloseable {

    private static final int MOST_SENTENCES = 3;

    private final FileChannel channel;

    private StackGuard(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder for one stack alone and ends what a killed one left in it.
     *
     * @throws CommandFailure which says what is in the way
     */
    static StackGuard take(StackSettings settings, ProcessLedger ledger, Terminal terminal) {
        var layout = settings.layout();
        layout.requireSpace();
        var guard = new StackGuard(open(layout));
        if (guard.lock().isEmpty()) {
            guard.close();
            throw new CommandFailure("a stack runs already with the data in " + layout.data()
                    + "; end it, or give this one --data DIR and --ports-from N");
        }
        int ended = ledger.endSurvivors();
        if (ended > 0) {
            terminal.line("ended %d processes that the last stack left behind".formatted(ended));
        }
        try {
            requireFree(settings);
        } catch (CommandFailure e) {
            guard.close();
            throw e;
        }
        return guard;
    }

    /** Lets others have the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<FileLock> lock() {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(StackLayout layout) {
        try {
            return FileChannel.open(
                    layout.folder("").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CommandFailure("cannot write to " + layout.data() + ": " + e.getMessage(), e);
        }
    }

    private static void requireFree(StackSettings settings) {
        var conflicts = settings.ports().conflicts(settings.shape().ports());
        if (conflicts.size() > MOST_SENTENCES) {
            throw new CommandFailure("%s (and so are %d more; --ports-from N moves them all)"
                    .formatted(conflicts.getFirst(), conflicts.size() - 1));
        }
        if (!conflicts.isEmpty()) {
            throw new CommandFailure(String.join("\nsundog: ", conflicts));
        }
    }
}
