package dev.sundog.local.demo;

import dev.sundog.local.terminal.Terminal;
import java.util.Locale;
import java.util.Map;

/** Memory of each part and of all. */
record MemoryTable(Map<String, Long> megabytes) {

    void print(Terminal terminal) {
        megabytes.forEach((name, size) -> terminal.line(String.format(Locale.ROOT, "   %-12s %5d", name, size)));
        long all = megabytes.values().stream().mapToLong(Long::longValue).sum();
        terminal.line(String.format(Locale.ROOT, "   %-12s %5d", "all", all));
    }
}
