package dev.sundog.local.terminal;

/** Ends a command that was asked for in a way it does not understand: exit code 2. */
public final class Usage extends RuntimeException {

    public Usage(String message) {
        super(message);
    }
}
