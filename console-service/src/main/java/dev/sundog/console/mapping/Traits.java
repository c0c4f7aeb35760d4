package dev.sundog.console.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what an organization or a customer may be recognized.
 *
 * @param name what people call it; null where nobody said
 * @param azureTenantIds its Azure tenants
 * @param externalIds its ids in other systems, by the system's name
 * @param domains its internet domains
 */
public record Traits(
        @Nullable String name, List<String> azureTenantIds, Map<String, String> externalIds, List<String> domains) {

    public Traits {
        azureTenantIds = List.copyOf(azureTenantIds);
        externalIds = Map.copyOf(externalIds);
        domains = List.copyOf(domains);
    }

    /** One of which no more than a name is known. */
    static Traits named(String name) {
        return new Traits(name, List.of(), Map.of(), List.of());
    }
}
