package dev.sundog.local.stack;

import dev.sundog.local.options.Ports;
import dev.sundog.local.process.ChildProcess;
import dev.sundog.local.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One broker: Kafka in KRaft mode, broker and controller in one process. */
final class BrokerProcess {

    static final String FORMAT = "kafka-format";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackLayout layout;
    private final Ports ports;
    private final Family family;
    private final BrokerSeat seat;
    private final List<BrokerSeat> cluster;

    BrokerProcess(StackSettings settings, Family family, BrokerSeat seat) {
        this.layout = settings.layout();
        this.ports = settings.ports();
        this.family = family;
        this.seat = seat;
        this.cluster = settings.shape().seats();
    }

    /**
     * Starts it and waits until it answers that its cluster is as large as wanted; its storage is formatted the first time.
     *
     * @param clusterId the same for all brokers of the cluster; used the first time only
     * @param wanted brokers of the cluster that must be up
     */
    ChildProcess start(String clusterId, int wanted) {
        Path properties = writeProperties();
        if (!Files.exists(logFolder().resolve("meta.properties"))) {
            format(clusterId, properties);
        }
        int heap = cluster.size() == 1 ? 384 : 256;
        var program = JavaProgram.main(seat.name(), heap, layout.libraries(), "kafka.Kafka", properties.toString())
                .withFlags(
                        "-Dorg.slf4j.simpleLogger.showDateTime=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        var topics = new KafkaTopics("127.0.0.1:" + ports.at(seat.port()), 1);
        return family.start(program.launch(layout)).awaitReady(PATIENCE, () -> topics.brokersAnswer(wanted));
    }

    private void format(String clusterId, Path properties) {
        var program = JavaProgram.main(
                FORMAT + "-" + seat.number(),
                128,
                layout.libraries(),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                clusterId,
                "-c",
                properties.toString());
        var child = family.start(program.launch(layout));
        if (child.awaitEnd() != 0) {
            throw new CommandFailure("Kafka's storage cannot be formatted.\n" + child.lastLines());
        }
    }

    private Path logFolder() {
        return layout.folder(seat.name()).resolve("log");
    }

    private Path writeProperties() {
        try {
            return Files.writeString(layout.folder(seat.name()).resolve("server.properties"), properties());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=%1$d
                controller.quorum.voters=%2$s
                listeners=PLAINTEXT://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%4$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%3$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%5$s
                auto.create.topics.enable=false
                default.replication.factor=%6$d
                min.insync.replicas=%7$d
                offsets.topic.replication.factor=%6$d
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=%6$d
                transaction.state.log.min.isr=%7$d
                transaction.state.log.num.partitions=8
                share.coordinator.state.topic.replication.factor=%6$d
                share.coordinator.state.topic.min.isr=%7$d
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                log.segment.bytes=67108864
                num.network.threads=3
                num.io.threads=4
                """.formatted(
                        seat.number(),
                        voters(),
                        ports.at(seat.port()),
                        ports.at(seat.controller()),
                        logFolder(),
                        cluster.size(),
                        Math.max(1, cluster.size() - 1));
    }

    private String voters() {
        return cluster.stream()
                .map(each -> each.number() + "@127.0.0.1:" + ports.at(each.controller()))
                .collect(Collectors.joining(","));
    }
}
