package dev.sundog.local.terminal;

/** Ends a command with one clear sentence for people and exit code 1. */
public final class CommandFailure extends RuntimeException {

    public CommandFailure(String message) {
        super(message);
    }

    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
