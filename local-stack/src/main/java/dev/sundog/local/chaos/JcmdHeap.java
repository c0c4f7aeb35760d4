package dev.sundog.local.chaos;

import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The heap of another JVM of the same user, asked with the JDK's own {@code jcmd}. */
final class JcmdHeap {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final long pid;

    JcmdHeap(long pid) {
        this.pid = pid;
    }

    /** What is left of it after a full collection. */
    long liveKilobytes() {
        jcmd("GC.run");
        return used(jcmd("GC.heap_info"));
    }

    /** Sum of what the generations use. Metaspace is counted, too: the class files of a service hardly change. */
    static long used(String info) {
        return USED.matcher(info)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    private String jcmd(String command) {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            var process = new ProcessBuilder(program.toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CommandFailure("jcmd does not tell the heap of " + pid + ": " + text.strip());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
