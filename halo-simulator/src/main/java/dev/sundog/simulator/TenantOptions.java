package dev.sundog.simulator;

import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.Scopes;
import dev.sundog.simulator.control.Switch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a Halo tenant begins with.
 *
 * @param name small letters, digits and hyphens; the first part of its paths and of its host name
 * @param hosts host names without port that lead to it, besides those whose first label is its name
 * @param applications who may ask for tokens; none means {@code sundog-local} with all scopes
 * @param switches by their keys, as under {@code /_sim/options}; they hold after a reset too
 * @param customers how many customers it has besides those of every tenant, 0 to 100,000
 */
public record TenantOptions(
        String name, List<String> hosts, List<Application> applications, Map<String, Object> switches, int customers) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Application LOCAL =
            new Application("sundog-local", "sundog-local-secret", Scopes.of("all"), 2);

    public TenantOptions {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a tenant's name is up to 40 small letters, digits and hyphens, a letter first: " + name);
        }
        if (customers < 0 || customers > 100_000) {
            throw new IllegalArgumentException("customers must be 0 to 100000: " + customers);
        }
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        applications = applications.isEmpty() ? List.of(LOCAL) : List.copyOf(applications);
        switches = Map.copyOf(switches);
    }

    /** The customers of every tenant, application {@code sundog-local}, switches at their defaults. */
    public static TenantOptions named(String name) {
        return new TenantOptions(name, List.of(), List.of(), Map.of(), 0);
    }

    public TenantOptions withHost(String host) {
        List<String> more = new ArrayList<>(hosts);
        more.add(host);
        return new TenantOptions(name, more, applications, switches, customers);
    }

    /** Only these applications. */
    public TenantOptions withApplications(List<Application> wanted) {
        return new TenantOptions(name, hosts, wanted, switches, customers);
    }

    public TenantOptions with(Switch which, Object value) {
        Map<String, Object> more = new HashMap<>(switches);
        more.put(which.key(), value);
        return new TenantOptions(name, hosts, applications, more, customers);
    }

    public TenantOptions withCustomers(int wanted) {
        return new TenantOptions(name, hosts, applications, switches, wanted);
    }
}
