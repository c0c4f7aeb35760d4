package dev.sundog.console.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be chosen in Halo. What a kind does not have, or Halo did not show, is null or empty.
 *
 * @param id Halo's number; of a priority its number within the SLA
 * @param name of a category its path
 * @param label what people read instead, where that differs
 * @param active false for what cannot be chosen any more
 * @param slaId the SLA of a priority; the usual one of a ticket type or site
 * @param customerId of a site or user
 * @param siteId of a user; the main site of a customer
 * @param typeId which of the four lists a category is in, from 1; the type of a custom field
 * @param email of an agent or user
 * @param domains of a customer
 * @param azureTenantIds of a customer
 * @param externalIds of a customer, by the other system's name in lower case
 * @param mandatoryFields of a ticket type
 * @param teams of an agent, by name
 * @param complete false where mandatory fields or teams were not shown, so that empty means unknown
 */
public record Item(
        long id,
        String name,
        @Nullable String label,
        boolean active,
        @Nullable Long slaId,
        @Nullable Long customerId,
        @Nullable Long siteId,
        @Nullable Long typeId,
        @Nullable String email,
        List<String> domains,
        List<String> azureTenantIds,
        Map<String, String> externalIds,
        List<String> mandatoryFields,
        List<String> teams,
        boolean complete) {

    public Item {
        domains = List.copyOf(domains);
        azureTenantIds = List.copyOf(azureTenantIds);
        externalIds = Map.copyOf(externalIds);
        mandatoryFields = List.copyOf(mandatoryFields);
        teams = List.copyOf(teams);
    }

    /** As people are told of it. */
    String shown() {
        return id + " " + name;
    }
}
