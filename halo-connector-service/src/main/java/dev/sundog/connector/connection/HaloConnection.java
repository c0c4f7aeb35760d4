package dev.sundog.connector.connection;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance of Halo that a tenant connected.
 *
 * @param version counts up with each change
 * @param resourceServer root without {@code /api}
 * @param authorizationServer root of the token endpoint, with {@code /auth} where it has that
 * @param sealedSecret the client secret as the control plane encrypted it
 * @param requests calls in one window
 * @param lookupCustomField custom field that carries the reference, for {@link Lookup#CUSTOM_FIELD}
 * @param noteOutcomeId outcome with which notes are written
 */
public record HaloConnection(
        String id,
        String tenantId,
        long version,
        boolean enabled,
        URI resourceServer,
        URI authorizationServer,
        @Nullable String haloTenant,
        String clientId,
        String sealedSecret,
        List<String> scopes,
        int requests,
        Duration window,
        Lookup lookup,
        @Nullable String lookupCustomField,
        List<Long> closedStatusIds,
        long noteOutcomeId) {

    /** How a lost create is found again. */
    public enum Lookup {
        /** By the field {@code third_party_id_string}. */
        THIRD_PARTY_ID,
        /** By a custom field. */
        CUSTOM_FIELD,
        /** By a marker in the details. */
        MARKER
    }

    public HaloConnection {
        scopes = List.copyOf(scopes);
        closedStatusIds = List.copyOf(closedStatusIds);
    }

    /** Where people open a ticket. */
    public String ticketUrl(long ticketId) {
        return resourceServer + "/ticket?id=" + ticketId;
    }

    @Override // leaves the secret out, encrypted or not
    public String toString() {
        return "HaloConnection[id=" + id + ", tenantId=" + tenantId + ", version=" + version + ", enabled=" + enabled
                + ", resourceServer=" + resourceServer + "]";
    }
}
