package dev.sundog.local;

import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.Terminal;

/** Ends the stack when the launcher is told to end, by Ctrl-C or SIGTERM. */
final class ShutdownHook {

    private ShutdownHook() {}

    static void closes(Stack stack, Terminal terminal) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (stack.isOpen()) {
                terminal.line("");
                terminal.line("stopping …");
                terminal.mute();
                stack.close();
            }
        }));
    }
}
