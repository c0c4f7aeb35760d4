package dev.sundog.simulator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the simulator listens and what it begins with.
 *
 * @param port 0 takes a free one
 * @param time what it takes as the time
 * @param tenants {@code acme} is there even if it is not among them
 */
public record SimulatorOptions(String host, int port, InstantSource time, List<TenantOptions> tenants) {

    public SimulatorOptions {
        tenants = List.copyOf(tenants);
    }

    /** A free port on the loopback address, tenant {@code acme} alone. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions("127.0.0.1", 0, InstantSource.system(), List.of());
    }

    public SimulatorOptions withHost(String wanted) {
        return new SimulatorOptions(wanted, port, time, tenants);
    }

    public SimulatorOptions withPort(int wanted) {
        return new SimulatorOptions(host, wanted, time, tenants);
    }

    /** With this tenant too. */
    public SimulatorOptions withTenant(TenantOptions tenant) {
        List<TenantOptions> more = new ArrayList<>(tenants);
        more.add(tenant);
        return new SimulatorOptions(host, port, time, more);
    }
}
