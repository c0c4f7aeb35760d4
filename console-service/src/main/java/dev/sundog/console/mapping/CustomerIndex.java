package dev.sundog.console.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The customers of one connection by what names a customer for certain, so that thousands of organizations can be looked up
 * again and again. Says what {@link Matching} over all customers would be certain of, for nothing else can be.
 */
final class CustomerIndex {

    private final Map<String, Set<Customer>> byAzureTenant = new HashMap<>();
    private final Map<Map.Entry<String, String>, Set<Customer>> byExternalId = new HashMap<>();

    CustomerIndex(Collection<Customer> customers) {
        for (var customer : customers) {
            customer.traits().azureTenantIds().forEach(id -> note(byAzureTenant, Matching.plain(id), customer));
            customer.traits()
                    .externalIds()
                    .forEach((system, id) ->
                            note(byExternalId, Map.entry(Matching.plain(system), id.strip()), customer));
        }
    }

    /** The one customer that may be taken without a person. */
    Optional<Candidate> certain(Traits organization) {
        var named = new LinkedHashSet<Customer>();
        organization
                .azureTenantIds()
                .forEach(id -> named.addAll(byAzureTenant.getOrDefault(Matching.plain(id), Set.of())));
        organization
                .externalIds()
                .forEach((system, id) -> named.addAll(
                        byExternalId.getOrDefault(Map.entry(Matching.plain(system), id.strip()), Set.of())));
        return Matching.propose(organization, List.copyOf(named)).certain();
    }

    private static <K> void note(Map<K, Set<Customer>> index, K key, Customer customer) {
        index.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(customer);
    }
}
