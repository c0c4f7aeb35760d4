package dev.sundog.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Apicurio's server as a process of its own, on free loopback ports, with nothing on disk but its log. */
final class RegistryProcess implements AutoCloseable {

    private static final String HOME = "sundog.registry.home";
    private static final Duration START = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;

    private final Process process;
    private final Path log;
    private final TestRegistry registry;

    private RegistryProcess(Process process, Path log, TestRegistry registry) {
        this.process = process;
        this.log = log;
        this.registry = registry;
    }

    /**
     * Starts the server that lies below the directory in system property {@code sundog.registry.home}, and waits until it
     * answers.
     *
     * @throws IllegalStateException if it is not there or does not come up; the message holds the end of its log
     */
    static RegistryProcess start() {
        Path jar = jar();
        IllegalStateException last = null;
        // A free port can be taken by somebody else before the server has it.
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return launch(jar);
            } catch (IllegalStateException failure) {
                last = failure;
            }
        }
        throw new IllegalStateException("the schema registry did not start", last);
    }

    TestRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(log);
        } catch (IOException harmless) {
            log.toFile().deleteOnExit();
        }
    }

    private static RegistryProcess launch(Path jar) {
        int port = freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + freePort(),
                "-cp",
                ownClasses() + File.pathSeparator + jar,
                RegistryMain.class.getName());
        TestRegistry registry = new TestRegistry("http://127.0.0.1:" + port + "/apis/ccompat/v7");
        try {
            Path log = Files.createTempFile("sundog-registry-", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            RegistryProcess started = new RegistryProcess(process, log, registry);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "sundog-registry-end"));
            started.awaitAnswer();
            registry.setCompatibility("FULL_TRANSITIVE");
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException("the schema registry cannot be started", failure);
        }
    }

    private void awaitAnswer() {
        try {
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !process.isAlive() || registry.answers());
        } catch (ConditionTimeoutException tooLate) {
            throw notUp("did not answer within " + START.toSeconds() + " s");
        }
        if (!process.isAlive()) {
            throw notUp("ended with code " + process.exitValue());
        }
    }

    private IllegalStateException notUp(String what) {
        String end = endOfLog();
        close();
        return new IllegalStateException("the schema registry " + what + "; the end of its log:\n" + end);
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException unreadable) {
            return "(unreadable: " + unreadable.getMessage() + ")";
        }
    }

    private static Path jar() {
        String home = System.getProperty(HOME, "");
        String advice = "; 'mvn -pl test-kit generate-resources' unpacks it, and Maven sets the property for its tests";
        if (home.isBlank()) {
            throw new IllegalStateException(
                    "system property " + HOME + " must say where the schema registry is" + advice);
        }
        if (!Files.isDirectory(Path.of(home))) {
            throw new IllegalStateException("no schema registry at " + home + advice);
        }
        try (Stream<Path> files = Files.walk(Path.of(home), 3)) {
            return files.filter(file -> file.endsWith("quarkus-run.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no quarkus-run.jar below " + home + advice));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot look for the schema registry at " + home, failure);
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(RegistryMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the place of the test kit's classes cannot be read", impossible);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("no free port", failure);
        }
    }
}
