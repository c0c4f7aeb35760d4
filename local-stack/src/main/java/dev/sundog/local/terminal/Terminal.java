package dev.sundog.local.terminal;

import java.io.PrintStream;

/** Where a command speaks to people: plain lines, no colours. Safe from any thread. */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private volatile boolean muted;

    public Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public void line(String text) {
        if (!muted) {
            out.println(text);
            out.flush();
        }
    }

    public void line() {
        line("");
    }

    public void error(String text) {
        if (!muted) {
            err.println("sundog: " + text);
            err.flush();
        }
    }

    /** Ends all speaking: what fails because the command was stopped is not worth a word. */
    public void mute() {
        muted = true;
    }
}
