package dev.sundog.simulator;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * All tenants of the process, and the choice between them: the first part of the path if it is a tenant's name, else the
 * host name, else {@code acme}. Safe from any thread.
 */
final class HaloTenants implements AutoCloseable {

    /** The tenant of whoever names none; always there. */
    static final String FIRST = "acme";

    private static final List<String> TAKEN = List.of("api", "auth", "authinfo", "ticket", "journal");

    private final Map<String, HaloTenant> tenants = new ConcurrentSkipListMap<>();
    private final InstantSource time;
    private final Supplier<URI> root;

    /** @param root where the server listens, asked when it does */
    HaloTenants(List<TenantOptions> options, InstantSource time, Supplier<URI> root) {
        this.time = time;
        this.root = root;
        options.forEach(this::add);
        if (!tenants.containsKey(FIRST)) {
            add(TenantOptions.named(FIRST));
        }
    }

    /**
     * Opens a tenant.
     *
     * @throws IllegalArgumentException if its name or one of its hosts leads elsewhere already
     */
    synchronized HaloTenant add(TenantOptions options) {
        String name = options.name();
        if (tenants.containsKey(name)) {
            throw new IllegalArgumentException("there is a tenant " + name + " already");
        }
        for (String host : options.hosts()) {
            tenants.values().stream()
                    .filter(one -> one.options().hosts().contains(host))
                    .findAny()
                    .ifPresent(one -> {
                        throw new IllegalArgumentException("host " + host + " leads to tenant " + one.name());
                    });
        }
        HaloTenant tenant = new HaloTenant(
                options,
                time,
                () -> name.equals(FIRST) ? root.get() : URI.create(root.get() + "/" + name),
                () -> List.copyOf(tenants.keySet()));
        if (TAKEN.contains(name) || tenant.resources().contains(name)) {
            tenant.close();
            throw new IllegalArgumentException("no tenant can be called " + name + ": paths begin so");
        }
        tenants.put(name, tenant);
        return tenant;
    }

    /**
     * Forgets a tenant and all that is its own.
     *
     * @return whether there was one
     * @throws IllegalArgumentException for {@code acme}
     */
    boolean remove(String name) {
        if (name.equals(FIRST)) {
            throw new IllegalArgumentException("tenant " + FIRST + " answers whoever names none; it stays");
        }
        HaloTenant removed = tenants.remove(name);
        if (removed != null) {
            removed.close();
        }
        return removed != null;
    }

    @Override
    public void close() {
        tenants.values().forEach(HaloTenant::close);
    }

    Optional<HaloTenant> find(String name) {
        return Optional.ofNullable(tenants.get(name));
    }

    /** Every tenant, by name. */
    Collection<HaloTenant> all() {
        return tenants.values();
    }

    /** Lets the tenant answer that the call is for. */
    Answer answer(Call call) {
        List<String> segments = call.segments();
        HaloTenant named = tenants.get(segments.getFirst());
        if (named != null) {
            return inside(named, call);
        }
        return byHost(call.header("host").orElse("")).answer(call);
    }

    private static Answer inside(HaloTenant tenant, Call call) {
        String path = call.path();
        int end = path.toLowerCase(Locale.ROOT).indexOf(tenant.name())
                + tenant.name().length();
        if (end == path.length() && call.method().equals("GET")) {
            // The page of its tickets; without the slash its links would lead out of the tenant.
            return Answer.empty(302).with("location", "/" + tenant.name() + "/");
        }
        return tenant.answer(call.under("/" + tenant.name(), path.substring(end)));
    }

    private HaloTenant byHost(String authority) {
        HaloTenant first = Objects.requireNonNull(tenants.get(FIRST));
        if (tenants.size() == 1) {
            return first;
        }
        int port = authority.lastIndexOf(':');
        String host = (port < 0 ? authority : authority.substring(0, port)).toLowerCase(Locale.ROOT);
        return tenants.values().stream()
                .filter(one -> one.options().hosts().contains(host))
                .findAny()
                .or(() -> find(host.split("\\.", 2)[0]))
                .orElse(first);
    }
}
