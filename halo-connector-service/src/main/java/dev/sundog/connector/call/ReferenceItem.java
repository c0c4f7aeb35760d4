package dev.sundog.connector.call;

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
 * @param links what it belongs to
 * @param evidence by which a customer, a user or an agent is known elsewhere
 * @param mandatoryFields of a ticket type
 * @param teams of an agent, by name
 * @param complete false where mandatory fields or teams were not shown, so that empty means unknown
 */
public record ReferenceItem(
        long id,
        String name,
        @Nullable String label,
        boolean active,
        Links links,
        Evidence evidence,
        List<String> mandatoryFields,
        List<String> teams,
        boolean complete) {

    /**
     * What it belongs to.
     *
     * @param slaId the SLA of a priority; the usual one of a ticket type or site
     * @param customerId of a site or user
     * @param siteId of a user; the main site of a customer
     * @param typeId which of the four lists a category is in, from 1; the type of a custom field
     */
    public record Links(
            @Nullable Long slaId,
            @Nullable Long customerId,
            @Nullable Long siteId,
            @Nullable Long typeId) {

        /** To nothing. */
        public static final Links NONE = new Links(null, null, null, null);
    }

    /**
     * By which it is known elsewhere.
     *
     * @param email of an agent or user
     * @param domains of a customer
     * @param azureTenantIds of a customer
     * @param externalIds of a customer, by the other system's name in lower case
     */
    public record Evidence(
            @Nullable String email,
            List<String> domains,
            List<String> azureTenantIds,
            Map<String, String> externalIds) {

        /** By nothing. */
        public static final Evidence NONE = new Evidence(null, List.of(), List.of(), Map.of());

        public Evidence {
            domains = List.copyOf(domains);
            azureTenantIds = List.copyOf(azureTenantIds);
            externalIds = Map.copyOf(externalIds);
        }

        /** By an e-mail address alone. */
        public static Evidence of(@Nullable String email) {
            return new Evidence(email, List.of(), List.of(), Map.of());
        }
    }

    public ReferenceItem {
        mandatoryFields = List.copyOf(mandatoryFields);
        teams = List.copyOf(teams);
    }

    /** One of which no more than this is known. */
    public static ReferenceItem of(long id, String name) {
        return new ReferenceItem(id, name, null, true, Links.NONE, Evidence.NONE, List.of(), List.of(), true);
    }
}
