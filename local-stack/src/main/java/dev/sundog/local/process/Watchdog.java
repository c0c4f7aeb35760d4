package dev.sundog.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * A tiny shell that outlives the launcher for a moment and ends the processes of its ledger.
 *
 * <p>It reads from a pipe that only the launcher holds. However the launcher ends, by SIGKILL too, the pipe closes then.
 */
public final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r last
            [ "$last" = done ] && exit 0
            [ -f "$1" ] || exit 0
            pids=$(cut -d ' ' -f 1 "$1")
            some_live() {
              for pid in $pids; do kill -0 "$pid" 2>/dev/null && return 0; done
              return 1
            }
            kill -TERM $pids 2>/dev/null
            kill -CONT $pids 2>/dev/null
            for i in 1 2 3 4 5 6 7 8 9 10; do
              sleep 1
              some_live || exit 0
            done
            kill -KILL $pids 2>/dev/null
            """;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    /** Starts watching the launcher that calls. */
    public static Watchdog start(ProcessLedger ledger) {
        var command = List.of(
                "/bin/sh", "-c", SCRIPT, "sundog-watchdog", ledger.file().toString());
        try {
            return new Watchdog(new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is left to be watched. */
    @Override
    public void close() {
        try (var pipe = process.outputWriter()) {
            pipe.write("done\n");
        } catch (IOException _) {
            process.destroyForcibly();
        }
    }
}
