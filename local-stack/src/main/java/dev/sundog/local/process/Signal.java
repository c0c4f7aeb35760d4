package dev.sundog.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the operating system can do to a process that the process does not notice. */
public enum Signal {
    /** Holds it where it is. */
    STOP,
    /** Lets it go on. */
    CONT;

    /** Sends it. Does nothing to a process that is gone. */
    public void to(ProcessHandle process) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + process.pid() + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling", e);
        }
    }
}
