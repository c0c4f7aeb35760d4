package dev.sundog.simulator;

import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.RateWindow;
import dev.sundog.simulator.access.Scopes;
import dev.sundog.simulator.access.TokenDesk;
import dev.sundog.simulator.api.HaloApi;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.control.ControlDesk;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultGate;
import dev.sundog.simulator.control.Faults;
import dev.sundog.simulator.control.Journal;
import dev.sundog.simulator.control.JournalEntry;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.http.HttpFront;
import dev.sundog.simulator.page.TicketPages;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/**
 * A running simulator: the Halo tenant {@code acme} with application {@code sundog-local}, and its control. What can be
 * done here can be done over HTTP under {@code /_sim}. Safe from any thread.
 */
public final class HaloSimulator implements AutoCloseable {

    private final Switches switches = new Switches();
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Tenant tenant = new Tenant("acme");
    private final RateWindow window;
    private final TokenDesk tokens;
    private final HaloApi api;
    private final FaultGate gate;
    private final ControlDesk control;
    private final TicketPages pages;
    private final String host;
    private final HttpFront front;

    private HaloSimulator(SimulatorOptions options) {
        InstantSource time = options.time();
        this.window = new RateWindow(switches, time);
        this.tokens = new TokenDesk(
                List.of(new Application("sundog-local", "sundog-local-secret", Scopes.of("all"), 2)),
                () -> switches.number(Switch.TOKEN_SECONDS),
                time);
        this.api = new HaloApi(tenant, tokens, window, switches, time);
        this.gate = new FaultGate(tenant.name(), faults, journal, window::tooMany, time);
        this.control = new ControlDesk(journal, faults, switches, this::reset, tokens::revokeAll);
        this.pages = new TicketPages(tenant);
        this.host = options.host();
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

    /** What was asked so far, the first first. */
    public List<JournalEntry> journal() {
        return journal.entries();
    }

    public void clearJournal() {
        journal.clear();
    }

    public void inject(Fault fault) {
        faults.add(fault);
    }

    public void clearFaults() {
        faults.clear();
    }

    /** Sets a switch. */
    public void set(Switch which, Object value) {
        switches.set(which, value);
    }

    /** Makes every token worthless, as when a secret is renewed. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** Makes another application known. */
    public void register(Application application) {
        tokens.register(application);
    }

    /** How many tickets were created, deleted ones included. */
    public int ticketCount() {
        return tenant.tickets().size();
    }

    /** As just started: the first data, no faults, an empty journal, the switches at their defaults; tokens stay. */
    public void reset() {
        faults.clear();
        switches.reset();
        tenant.reset();
        window.clear();
        journal.clear();
    }

    @Override
    public void close() {
        front.close();
    }

    private Answer answer(Call call) {
        return switch (call.segments().getFirst()) {
            case "api" -> gate.pass(call, () -> api.answer(call));
            case "auth" -> gate.pass(call, () -> tokens.answer(call));
            case "_sim" -> control.answer(call);
            case "", "ticket" -> pages.answer(call);
            default -> Answer.empty(404);
        };
    }
}
