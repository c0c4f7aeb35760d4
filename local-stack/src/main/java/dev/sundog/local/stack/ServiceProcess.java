package dev.sundog.local.stack;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.options.Ports;
import dev.sundog.local.process.ChildProcess;
import java.time.Duration;
import java.util.Map;

/** One service in a JVM of its own, from its boot jar. It is ready when its own readiness says so. */
final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackLayout layout;
    private final Ports ports;
    private final Family family;

    ServiceProcess(StackLayout layout, Ports ports, Family family) {
        this.layout = layout;
        this.ports = ports;
        this.family = family;
    }

    ChildProcess start(Service service) {
        var arguments =
                service.settings().stream().map(setting -> "--" + setting).toArray(String[]::new);
        var jar = new ExtractedJars(layout.services()).of(service.module(), layout.jar(service.module(), ""));
        var program = JavaProgram.jar(service.name(), service.heapMegabytes(), jar, arguments);
        var health = new HttpJson("http://127.0.0.1:" + ports.at(service.health()), Map.of());
        return family.start((service.name().equals(Service.CONSOLE) ? program.quick() : program).launch(layout))
                .awaitReady(PATIENCE, () -> health.answers("/actuator/health/readiness"));
    }
}
