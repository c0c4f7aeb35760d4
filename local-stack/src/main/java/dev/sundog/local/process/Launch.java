package dev.sundog.local.process;

import java.nio.file.Path;
import java.util.List;

/**
 * How a child process is started.
 *
 * @param name what people call it; also the name of its log
 * @param command program and arguments
 * @param log where its output goes, appended
 */
public record Launch(String name, List<String> command, Path log) {

    public Launch {
        command = List.copyOf(command);
    }
}
