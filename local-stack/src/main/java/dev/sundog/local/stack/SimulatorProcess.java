package dev.sundog.local.stack;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import dev.sundog.local.process.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Halo, simulated. */
public final class SimulatorProcess {

    static final String NAME = "simulator";

    private SimulatorProcess() {}

    static ChildProcess start(StackLayout layout, Ports ports, Family family) {
        var http = new HttpJson(url(ports), Map.of());
        return family.start(program(layout, ports.at(Port.SIMULATOR)).launch(layout))
                .awaitReady(Duration.ofMinutes(5), () -> http.answers("/_sim/health"));
    }

    /** The command that runs it alone. */
    public static List<String> command(StackLayout layout, int port) {
        return program(layout, port).launch(layout).command();
    }

    static String url(Ports ports) {
        return "http://127.0.0.1:" + ports.at(Port.SIMULATOR);
    }

    private static JavaProgram program(StackLayout layout, int port) {
        var jar = layout.jar("halo-simulator", "-exec");
        return JavaProgram.jar(NAME, 192, jar, "--port", Integer.toString(port), "--host", "127.0.0.1")
                .quick();
    }
}
