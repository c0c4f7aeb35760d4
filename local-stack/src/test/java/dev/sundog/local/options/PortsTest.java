package dev.sundog.local.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sundog.local.terminal.Usage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesThePortItsUserAndTheOptionOfAConflict() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = Ports.free().with(Port.KAFKA, taken.getLocalPort());

            var conflicts = ports.conflicts(Port.ofEveryStack());

            assertThat(conflicts)
                    .containsExactly(
                            "port %d is in use and Kafka needs it; stop what uses it or move it with --kafka-port N"
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void hasNoConflictWhenAllPortsAreFree() {
        var ports = Ports.free();

        var conflicts = ports.conflicts(Port.ofEveryStack());

        assertThat(conflicts).isEmpty();
    }

    @Test
    void refusesTwoUsersOfOnePort() {
        var free = Ports.free();
        var ports = free.with(Port.GATEWAY, free.at(Port.CONSOLE));

        var conflicts = ports.conflicts(Port.ofEveryStack());

        assertThat(conflicts).singleElement().asString().contains("the gateway and by the console", "--console-port N");
    }

    @Test
    void putsAllPortsInARow() {
        var ports = Ports.from(20_000);

        var numbers = Stream.of(Port.values()).map(ports::at).toList();

        assertThat(numbers).startsWith(20_000, 20_001).doesNotHaveDuplicates().hasSize(Port.values().length);
    }

    @Test
    void refusesANumberThatIsNoPort() {
        var ports = Ports.standard();

        assertThatThrownBy(() -> ports.with(Port.REGISTRY, 70_000))
                .isInstanceOf(Usage.class)
                .hasMessage("--registry-port must be 1 to 65535: 70000");
    }
}
