package dev.sundog.local.stack;

import dev.sundog.local.apply.Apply;
import dev.sundog.local.apply.ApplyOutcome;
import dev.sundog.local.apply.HttpConsole;
import dev.sundog.local.apply.YamlManifests;
import dev.sundog.local.options.Ports;
import dev.sundog.local.terminal.CommandFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the local configuration to a new console. What is there already stays as people left it. */
final class LocalConfiguration {

    private final List<Path> files;
    private final Ports ports;

    LocalConfiguration(List<Path> files, Ports ports) {
        this.files = files;
        this.ports = ports;
    }

    void seed(String consoleUrl) {
        var variables = Map.of("SUNDOG_SIMULATOR_URL", SimulatorProcess.url(ports));
        var manifests = new YamlManifests(name -> Optional.ofNullable(variables.get(name)));
        var apply = new Apply(new HttpConsole(consoleUrl, ""));
        files.stream()
                .flatMap(file -> manifests.read(file).stream())
                .map(apply::createIfAbsent)
                .forEach(LocalConfiguration::require);
    }

    private static void require(ApplyOutcome outcome) {
        if (outcome instanceof ApplyOutcome.Refused refused) {
            throw new CommandFailure("the local configuration is refused: " + refused.text());
        }
    }
}
