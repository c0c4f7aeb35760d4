package dev.sundog.simulator;

import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.JournalEntry;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.http.HttpFront;
import java.net.URI;
import java.util.List;

/**
 * A running simulator: the Halo tenant {@code acme} with application {@code sundog-local}, and as many further tenants as
 * wanted. What is asked of the simulator itself is asked of {@code acme}. Safe from any thread.
 */
public final class HaloSimulator implements AutoCloseable {

    private final String host;
    private final HaloTenants tenants;
    private final TenantDesk desk;
    private final HttpFront front;

    private HaloSimulator(SimulatorOptions options) {
        this.host = options.host();
        this.tenants = new HaloTenants(options.tenants(), options.time(), this::baseUri);
        this.desk = new TenantDesk(tenants);
        this.front = HttpFront.start(host, options.port(), this::answer);
    }

    /** Starts it; it listens when this returns. */
    public static HaloSimulator start(SimulatorOptions options) {
        return new HaloSimulator(options);
    }

    public int port() {
        return front.port();
    }

    /** The root, without {@code /api} and without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://" + host + ":" + port());
    }

    /**
     * One of the tenants.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public HaloTenant tenant(String name) {
        return tenants.find(name).orElseThrow(() -> new IllegalArgumentException("no tenant " + name));
    }

    /**
     * Opens another tenant.
     *
     * @throws IllegalArgumentException if its name or one of its hosts leads elsewhere already
     */
    public HaloTenant open(TenantOptions options) {
        return tenants.add(options);
    }

    /** Forgets a tenant and all that is its own; nothing if there is none of that name. */
    public void remove(String name) {
        tenants.remove(name);
    }

    /** What was asked so far, the first first. */
    public List<JournalEntry> journal() {
        return acme().journal();
    }

    public void clearJournal() {
        acme().clearJournal();
    }

    public void inject(Fault fault) {
        acme().inject(fault);
    }

    public void clearFaults() {
        acme().clearFaults();
    }

    /** Sets a switch. */
    public void set(Switch which, Object value) {
        acme().set(which, value);
    }

    /** Makes every token worthless, as when a secret is renewed. */
    public void revokeTokens() {
        acme().revokeTokens();
    }

    /** Makes another application known. */
    public void register(Application application) {
        acme().register(application);
    }

    /** How many tickets were created, deleted ones included. */
    public int ticketCount() {
        return acme().ticketCount();
    }

    /** As just started: the first data, no faults, an empty journal, the switches as configured; tokens stay. */
    public void reset() {
        acme().reset();
    }

    @Override
    public void close() {
        front.close();
        tenants.close();
    }

    private Answer answer(Call call) {
        List<String> segments = call.segments();
        boolean ofTenants = segments.size() > 1
                && segments.getFirst().equals("_sim")
                && segments.get(1).equals("tenants");
        return ofTenants ? desk.answer(call) : tenants.answer(call);
    }

    private HaloTenant acme() {
        return tenant(HaloTenants.FIRST);
    }
}
