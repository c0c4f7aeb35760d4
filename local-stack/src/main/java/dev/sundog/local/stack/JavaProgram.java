package dev.sundog.local.stack;

import dev.sundog.local.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Java program in a JVM of its own, the launcher's JDK.
 *
 * @param name what people call it
 * @param heapMegabytes bound of its heap
 * @param flags further flags of the JVM
 * @param program what follows them: {@code -jar x.jar} or class path and main class, then the arguments
 */
record JavaProgram(String name, int heapMegabytes, List<String> flags, List<String> program) {

    private static final List<String> FRUGAL = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    static JavaProgram jar(String name, int heapMegabytes, Path jar, String... arguments) {
        var program = new ArrayList<>(List.of("-jar", jar.toString()));
        program.addAll(Arrays.asList(arguments));
        return new JavaProgram(name, heapMegabytes, List.of(), program);
    }

    static JavaProgram main(String name, int heapMegabytes, Path libraries, String mainClass, String... arguments) {
        var program = new ArrayList<>(List.of("-cp", libraries + "/*", mainClass));
        program.addAll(Arrays.asList(arguments));
        return new JavaProgram(name, heapMegabytes, List.of(), program);
    }

    /** The same, sooner up and slower at its fastest: for what never has much to do. */
    JavaProgram quick() {
        return withFlags("-XX:TieredStopAtLevel=1");
    }

    JavaProgram withFlags(String... more) {
        var all = new ArrayList<>(flags);
        all.addAll(List.of(more));
        return new JavaProgram(name, heapMegabytes, all, program);
    }

    Launch launch(StackLayout layout) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(FRUGAL);
        // Web servers put their scratch files there, RocksDB its native library.
        command.add("-Djava.io.tmpdir=" + layout.folder("tmp/" + name));
        command.addAll(flags);
        command.addAll(program);
        return new Launch(name, command, layout.log(name));
    }
}
