package dev.sundog.local.stack;

import dev.sundog.local.terminal.Terminal;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells people which part is ready and how long it took. */
final class Progress {

    private final Terminal terminal;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    <T> T time(String part, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        double seconds = (System.nanoTime() - begin) / 1e9;
        terminal.line(String.format(Locale.ROOT, "  %-18s ready after %4.1f s", part, seconds));
        return result;
    }

    void time(String part, Runnable work) {
        time(part, () -> {
            work.run();
            return part;
        });
    }
}
