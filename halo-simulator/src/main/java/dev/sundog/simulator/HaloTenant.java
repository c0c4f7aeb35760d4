package dev.sundog.simulator;

import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.RateWindow;
import dev.sundog.simulator.access.TokenDesk;
import dev.sundog.simulator.api.HaloApi;
import dev.sundog.simulator.book.AgentRights;
import dev.sundog.simulator.book.Kind;
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
import dev.sundog.simulator.page.TicketPages;
import dev.sundog.simulator.tab.Tabs;
import dev.sundog.simulator.webhook.Webhooks;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One Halo tenant with all that is its own: data, applications, tokens, limit, switches, faults and journal. What can be
 * done here can be done over HTTP under the tenant's {@code /_sim}. Safe from any thread.
 */
public final class HaloTenant implements AutoCloseable {

    private final TenantOptions options;
    private final Supplier<URI> address;
    private final Switches switches = new Switches();
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Tenant data;
    private final RateWindow window;
    private final TokenDesk tokens;
    private final HaloApi api;
    private final Webhooks webhooks;
    private final Tabs tabs;
    private final FaultGate gate;
    private final ControlDesk control;
    private final AgentDesk agents;
    private final TicketPages pages;

    /**
     * Opens a tenant.
     *
     * @param address where it is reached, asked when it listens
     * @param neighbours names of all tenants, its own too
     */
    HaloTenant(TenantOptions options, InstantSource time, Supplier<URI> address, Supplier<List<String>> neighbours) {
        this.options = options;
        this.address = address;
        switches.set(options.switches());
        this.data = new Tenant(options.name(), options.customers());
        this.window = new RateWindow(switches, time);
        this.tokens =
                new TokenDesk(options.applications(), this::agent, () -> switches.number(Switch.TOKEN_SECONDS), time);
        this.api = new HaloApi(data, tokens, window, switches, time);
        this.webhooks = new Webhooks(api::ticket, switches, faults, time);
        data.watch(webhooks);
        api.offer(webhooks);
        this.tabs = new Tabs(data);
        api.offer(tabs);
        this.gate = new FaultGate(options.name(), faults, journal, new TenantKeeper(tokens, window), time);
        this.control = new ControlDesk(journal, faults, switches);
        control.offer("POST reset", this::reset);
        control.offer("POST tokens/revoke", tokens::revokeAll);
        control.offer("GET webhooks", _ -> Answer.json(200, webhooks.toJson()));
        control.offer("POST webhooks/resend", this::resendWebhook);
        control.offer("GET tab-url", new TabDesk(data, tabs)::answer);
        this.agents = new AgentDesk(data);
        this.pages = new TicketPages(data, tabs, journal, neighbours);
    }

    public String name() {
        return options.name();
    }

    /** Root of this tenant, without {@code /api} and without a slash at the end. */
    public URI baseUri() {
        return address.get();
    }

    /** What was asked of this tenant so far, the first first. */
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

    /** Says what an agent may do; agents may do everything until it is said. */
    public void setAgent(int agentId, AgentRights rights) {
        data.setRights(agentId, rights);
    }

    /** Makes every token of this tenant worthless, as when a secret is renewed. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** Makes another application known. */
    public void register(Application application) {
        tokens.register(application);
    }

    /**
     * Sends a webhook's delivery once more, the same body.
     *
     * @return false if it is not known, or no longer
     */
    public boolean resendWebhook(String deliveryId) {
        return webhooks.resend(deliveryId).isPresent();
    }

    /** How many tickets were created, deleted ones included. */
    public int ticketCount() {
        return data.tickets().size();
    }

    /** As just started: the first data, no faults, an empty journal, the switches as configured; tokens stay. */
    public void reset() {
        faults.clear();
        switches.reset();
        switches.set(options.switches());
        data.reset();
        webhooks.reset();
        tabs.reset();
        window.clear();
        journal.clear();
    }

    /** Ends what it does on its own: deliveries that wait are lost. */
    @Override
    public void close() {
        webhooks.close();
    }

    TenantOptions options() {
        return options;
    }

    /** Names of the API's resources, in lower case. */
    public Set<String> resources() {
        return api.resources();
    }

    Answer answer(Call call) {
        String first = call.segments().getFirst();
        return switch (first) {
            case "api" -> gate.pass(call, api::answer);
            case "auth" -> gate.pass(call, tokens::answer);
            case "_sim" -> AgentDesk.means(call) ? agents.answer(call) : control.answer(call);
            case "", "ticket", "journal" -> pages.answer(call);
            default -> bare(call, first);
        };
    }

    private Map<String, String> agent(int id) {
        return data.list(Kind.AGENT)
                .find(id)
                .map(row -> Map.of("name", row.text("name"), "email", row.text("email")))
                .orElse(Map.of());
    }

    private Answer resendWebhook(Call call) {
        Object id = ControlDesk.map(call.body()).get("id");
        return resendWebhook(String.valueOf(id))
                ? Answer.empty(202)
                : Answer.json(404, Map.of("error", "no delivery " + id));
    }

    /** Some clients leave {@code /api} out and Halo lets them; who shows no token is looking for a page. */
    private Answer bare(Call call, String first) {
        boolean meant =
                call.method().equals("POST") || call.header("authorization").isPresent();
        if (!first.equals("authinfo") && !(meant && resources().contains(first))) {
            return Answer.empty(404);
        }
        Call whole = call.withPath("/api" + call.path());
        return gate.pass(whole, api::answer);
    }
}
