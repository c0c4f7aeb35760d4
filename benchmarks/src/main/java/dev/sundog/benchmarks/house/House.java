package dev.sundog.benchmarks.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A broker and a registry, each a process of its own on free loopback ports, from the parts of the local stack. Their data lie in
 * a new folder that goes when this is closed.
 */
public final class House implements AutoCloseable {

    private final Path checkout;
    private final Path data;
    private final Deadline deadline;
    private final List<JavaProcess> running = new ArrayList<>();
    private final int kafkaPort = freePort();
    private final int registryPort = freePort();

    private House(Path checkout, Path data, Deadline deadline) {
        this.checkout = checkout;
        this.data = data;
        this.deadline = deadline;
    }

    /** Starts both and waits until they answer; the topics and schemas of the contract are there then. */
    public static House open(Path checkout, Deadline deadline) {
        try {
            var folder = Files.createDirectories(checkout.resolve(".sundog"));
            var house = new House(checkout, Files.createTempDirectory(folder, "bench-"), deadline);
            try {
                house.startRegistry();
                house.startBroker();
                var contract = house.kafka();
                deadline.await("the broker's first answer", contract::brokerAnswers);
                contract.createTopics();
                deadline.await("the registry's first answer", () -> contract.registersSchemas(house.registryUrl()));
                return house;
            } catch (RuntimeException failed) {
                house.close();
                throw failed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its broker. */
    public KafkaContract kafka() {
        return new KafkaContract(bootstrapServers());
    }

    /** Where clients find the broker. */
    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** What clients need as {@code schema.registry.url}. */
    public String registryUrl() {
        return "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
    }

    /** Until when everything must be over. */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * Starts a program of ours; it ends when it is closed, or with this house.
     *
     * @param name of its log
     */
    public JavaProcess start(String name, List<String> program) {
        var process = JavaProcess.start(data.resolve(name + ".log"), program);
        running.add(process);
        return process;
    }

    /** A folder of this name, made anew. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The boot jar of a module. */
    public Path jar(String module) {
        try (Stream<Path> files = Files.list(checkout.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(module + "-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not built; run mvn package"));
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not built; run mvn package", e);
        }
    }

    /** A port that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.reversed().forEach(JavaProcess::close);
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(House::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startRegistry() {
        start(
                "registry",
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + registryPort,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + freePort(),
                        "-jar",
                        checkout.resolve("local-stack/target/stack/registry/quarkus-run.jar")
                                .toString()));
    }

    private void startBroker() throws IOException {
        var properties = Files.writeString(data.resolve("server.properties"), properties());
        var libraries = checkout.resolve("local-stack/target/stack/lib") + "/*";
        var format = start(
                "kafka-format",
                List.of(
                        "-cp",
                        libraries,
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        "sundogbenchmarks000000",
                        "-c",
                        properties.toString()));
        if (format.awaitEnd() != 0) {
            throw new IllegalStateException("Kafka's storage cannot be formatted:\n" + format.endOfLog());
        }
        start("kafka", List.of("-Xmx512m", "-cp", libraries, "kafka.Kafka", properties.toString()));
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(kafkaPort, freePort(), data.resolve("kafka-log"));
    }
}
