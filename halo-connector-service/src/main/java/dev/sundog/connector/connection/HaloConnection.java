package dev.sundog.connector.connection;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
 * @param closedStatusIds statuses that mean closed
 * @param noteOutcomeId outcome with which notes are written
 * @param reservedPercent part of the budget for what is urgent, 0 to 90
 * @param wontFixStatusIds statuses by which a person says that the matter shall not be brought up again
 * @param statusMap what single statuses mean
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
        long noteOutcomeId,
        int reservedPercent,
        List<Long> wontFixStatusIds,
        Map<Long, Meaning> statusMap,
        Storms storms,
        Watch watch) {

    /** How a lost create is found again. */
    public enum Lookup {
        /** By the field {@code third_party_id_string}. */
        THIRD_PARTY_ID,
        /** By a custom field. */
        CUSTOM_FIELD,
        /** By a marker in the details. */
        MARKER,
        /** By all of them. */
        COMBINED;

        /** Whether the reference goes into {@code third_party_id_string}. */
        public boolean writesThirdPartyId() {
            return this == THIRD_PARTY_ID || this == COMBINED;
        }

        /** Whether it goes into a custom field. */
        public boolean writesCustomField() {
            return this == CUSTOM_FIELD || this == COMBINED;
        }

        /** Whether it goes into the details. */
        public boolean writesMarker() {
            return this == MARKER || this == COMBINED;
        }
    }

    /** What a status of Halo means. */
    public enum Meaning {
        /** Nobody has looked at it. */
        NEW,
        /** Somebody works on it. */
        IN_PROGRESS,
        /** It waits for somebody else. */
        WAITING,
        /** It is solved, but not closed. */
        RESOLVED,
        /** It is closed. */
        CLOSED
    }

    /**
     * When many new tickets of one organization become one.
     *
     * @param threshold new tickets within the window from which on they fold; never when zero
     * @param calm time below the threshold after which the storm is over
     */
    public record Storms(int threshold, Duration window, Duration calm) {}

    /** What is done with tickets that share a reference. */
    public enum OnDuplicate {
        /** It is said. */
        REPORT,
        /** The later ones are merged into the first. */
        MERGE,
        /** The later ones are closed with a note. */
        CLOSE
    }

    /**
     * What is looked at without being asked.
     *
     * @param pollInterval between two looks for changed tickets; zero: none
     * @param auditInterval between two looks for doubled tickets; zero: none
     * @param closingStatusId status that closes a doubled ticket; null if none is known to
     * @param readsReference whether what can be chosen in Halo is read
     * @param fingerprint of everything by which Halo is reached: address, application, secret, scopes
     * @param zone whose night it is
     */
    public record Watch(
            Duration pollInterval,
            Duration auditInterval,
            OnDuplicate onDuplicate,
            @Nullable Long closingStatusId,
            boolean readsReference,
            String fingerprint,
            ZoneId zone) {

        /** Without reading what can be chosen. */
        public Watch(
                Duration pollInterval,
                Duration auditInterval,
                OnDuplicate onDuplicate,
                @Nullable Long closingStatusId) {
            this(pollInterval, auditInterval, onDuplicate, closingStatusId, false, "", ZoneOffset.UTC);
        }
    }

    public HaloConnection {
        scopes = List.copyOf(scopes);
        closedStatusIds = List.copyOf(closedStatusIds);
        wontFixStatusIds = List.copyOf(wontFixStatusIds);
        statusMap = Map.copyOf(statusMap);
    }

    /** What a status means: what is configured, closed if it is among the closed ones, and in progress otherwise. */
    public Meaning meaning(long statusId) {
        Meaning configured = statusMap.get(statusId);
        if (configured != null) {
            return configured;
        }
        return closedStatusIds.contains(statusId) ? Meaning.CLOSED : Meaning.IN_PROGRESS;
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
