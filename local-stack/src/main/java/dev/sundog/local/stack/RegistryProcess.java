package dev.sundog.local.stack;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import dev.sundog.local.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The schema registry: Apicurio's own server. It keeps its schemas in a file, so that ids stay what they were. */
final class RegistryProcess {

    static final String NAME = "registry";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackLayout layout;
    private final Ports ports;
    private final Family family;

    RegistryProcess(StackLayout layout, Ports ports, Family family) {
        this.layout = layout;
        this.ports = ports;
        this.family = family;
    }

    ChildProcess start() {
        Path jar = layout.registry().resolve("quarkus-run.jar");
        var settings = List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + ports.at(Port.REGISTRY),
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + ports.at(Port.REGISTRY_MANAGEMENT),
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + layout.folder(NAME).resolve("schemas").toAbsolutePath());
        var program = JavaProgram.jar(NAME, 256, jar).quick().withFlags(settings.toArray(String[]::new));
        var http = new HttpJson(url(ports), Map.of());
        return family.start(program.launch(layout)).awaitReady(PATIENCE, () -> http.answers("/subjects"));
    }

    /** What services need as {@code schema.registry.url}. */
    static String url(Ports ports) {
        return "http://127.0.0.1:" + ports.at(Port.REGISTRY) + "/apis/ccompat/v7";
    }
}
