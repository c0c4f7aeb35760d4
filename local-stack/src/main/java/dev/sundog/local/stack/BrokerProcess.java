package dev.sundog.local.stack;

import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import dev.sundog.local.process.ChildProcess;
import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.Uuid;

/** The broker: Kafka in KRaft mode, broker and controller in one process. */
final class BrokerProcess {

    static final String NAME = "kafka";
    static final String FORMAT = "kafka-format";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackLayout layout;
    private final Ports ports;
    private final Family family;

    BrokerProcess(StackLayout layout, Ports ports, Family family) {
        this.layout = layout;
        this.ports = ports;
        this.family = family;
    }

    /** Starts it and waits until it answers; its storage is formatted the first time. */
    ChildProcess start(KafkaTopics topics) {
        Path properties = writeProperties();
        if (!Files.exists(logFolder().resolve("meta.properties"))) {
            format(properties);
        }
        var program = JavaProgram.main(NAME, 384, layout.libraries(), "kafka.Kafka", properties.toString())
                .withFlags(
                        "-Dorg.slf4j.simpleLogger.showDateTime=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        return family.start(program.launch(layout)).awaitReady(PATIENCE, topics::brokerAnswers);
    }

    private void format(Path properties) {
        String id = Uuid.randomUuid().toString();
        var program = JavaProgram.main(
                FORMAT,
                128,
                layout.libraries(),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                id,
                "-c",
                properties.toString());
        var child = family.start(program.launch(layout));
        if (child.awaitEnd() != 0) {
            throw new CommandFailure("Kafka's storage cannot be formatted.\n" + child.lastLines());
        }
    }

    private Path logFolder() {
        return layout.folder("kafka").resolve("log");
    }

    private Path writeProperties() {
        int controller = ports.at(Port.KAFKA_CONTROLLER);
        String text = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                listeners=PLAINTEXT://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%1$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=8
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                log.segment.bytes=67108864
                num.network.threads=3
                num.io.threads=4
                """.formatted(controller, ports.at(Port.KAFKA), logFolder());
        try {
            return Files.writeString(layout.folder("kafka").resolve("server.properties"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
