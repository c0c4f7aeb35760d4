package dev.sundog.console.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people can want of a ticket. */
enum CommandKind {
    /** Try again what failed. */
    RETRY,
    /** Stop trying until the matter is reported again. */
    DISCARD,
    /** Make a new ticket, whatever became of the old one. */
    RECREATE;

    /** As it stands at the end of an address. */
    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CommandKind> of(String verb) {
        return Arrays.stream(values()).filter(kind -> kind.verb().equals(verb)).findFirst();
    }
}
