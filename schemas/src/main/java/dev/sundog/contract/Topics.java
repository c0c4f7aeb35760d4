package dev.sundog.contract;

import dev.sundog.configuration.Connection;
import dev.sundog.configuration.Organization;
import dev.sundog.configuration.Policy;
import dev.sundog.configuration.Silence;
import dev.sundog.contract.Topic.Cleanup;
import dev.sundog.contract.Topic.PartitionedBy;
import dev.sundog.delivery.ConnectionCommand;
import dev.sundog.delivery.DraftDifference;
import dev.sundog.delivery.DuplicateFinding;
import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloNotice;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.HaloReference;
import dev.sundog.delivery.LaneStatus;
import dev.sundog.delivery.ParkedEvent;
import dev.sundog.delivery.ParkingCommand;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketCommand;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.Alert;
import dev.sundog.event.Recommendation;
import dev.sundog.event.TicketEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The catalogue of topics, in the order of the flow.
 *
 * <p>Two groups meet in one topology each and must have equal partition counts: {@link #ROUTING} and {@link #DELIVERY}. The
 * services check that when they start. Topics are made by the operator; no service creates one.
 */
public final class Topics {

    /** Alerts, from any producer. Key: organization id or none. */
    public static final Topic ALERTS =
            deleted("alerts-v1", "organizationId", PartitionedBy.PRODUCER, 30, Alert.SCHEMA$);

    /** Recommendations, from any producer. Key: organization id or none. */
    public static final Topic RECOMMENDATIONS =
            deleted("recommendations-v1", "organizationId", PartitionedBy.PRODUCER, 30, Recommendation.SCHEMA$);

    /** What became of each event and why. Key: event id. */
    public static final Topic ROUTING_DECISIONS =
            deleted("routing-decisions-v1", "eventId", PartitionedBy.KEY, 30, RoutingDecision.SCHEMA$);

    /** Events that a draft in shadow would have decided otherwise. Key: event id. */
    public static final Topic ROUTING_DIFFERENCES =
            deleted("routing-differences-v1", "eventId", PartitionedBy.KEY, 14, DraftDifference.SCHEMA$);

    /** Events that wait. Key: organization id, a slash, event id; a record without a value says that it was released. */
    public static final Topic PARKED_EVENTS =
            compacted("parked-events-v1", "organizationId/eventId", PartitionedBy.ORGANIZATION_ID, ParkedEvent.SCHEMA$);

    /** What people want done with parked events. Key: organization id. */
    public static final Topic PARKING_COMMANDS =
            deleted("parking-commands-v1", "organizationId", PartitionedBy.ORGANIZATION_ID, 7, ParkingCommand.SCHEMA$);

    /** Wishes that a ticket be in a certain state. Key: ticket key. */
    public static final Topic TICKET_REQUESTS =
            deleted("ticket-requests-v1", "ticketKey", PartitionedBy.CONNECTION_ID, 14, TicketRequest.SCHEMA$);

    /** Calls to Halo that may be sent. Key: ticket key. */
    public static final Topic HALO_CALLS =
            deleted("halo-calls-v1", "ticketKey", PartitionedBy.CONNECTION_ID, 7, HaloCall.SCHEMA$);

    /** How those calls ended. Key: ticket key. */
    public static final Topic HALO_OUTCOMES =
            deleted("halo-outcomes-v1", "ticketKey", PartitionedBy.CONNECTION_ID, 7, HaloOutcome.SCHEMA$);

    /** What Halo's webhooks say. Key: connection id. */
    public static final Topic HALO_NOTICES =
            deleted("halo-notices-v1", "connectionId", PartitionedBy.CONNECTION_ID, 7, HaloNotice.SCHEMA$);

    /** What became of each lasting matter in Halo. Key: ticket key. */
    public static final Topic TICKET_EVENTS =
            deleted("ticket-events-v1", "ticketKey", PartitionedBy.CONNECTION_ID, 90, TicketEvent.SCHEMA$);

    /** What people want done with single tickets. Key: ticket key. */
    public static final Topic TICKET_COMMANDS =
            deleted("ticket-commands-v1", "ticketKey", PartitionedBy.CONNECTION_ID, 7, TicketCommand.SCHEMA$);

    /** What people want done with single connections. Key: connection id. */
    public static final Topic CONNECTION_COMMANDS = deleted(
            "connection-commands-v1", "connectionId", PartitionedBy.CONNECTION_ID, 7, ConnectionCommand.SCHEMA$);

    /** What can be chosen in each Halo. Key: connection id, kind, part; a record without a value says that the part is gone. */
    public static final Topic HALO_REFERENCE = compacted(
            "halo-reference-v1", "connectionId/kind/part", PartitionedBy.CONNECTION_ID, HaloReference.SCHEMA$);

    /** How the lanes stand, the newest word for each. Key: connection id. */
    public static final Topic LANES =
            compacted("lanes-v1", "connectionId", PartitionedBy.CONNECTION_ID, LaneStatus.SCHEMA$);

    /** Tickets in Halo that share a reference. Key: connection id. */
    public static final Topic DUPLICATE_FINDINGS =
            deleted("duplicate-findings-v1", "connectionId", PartitionedBy.CONNECTION_ID, 90, DuplicateFinding.SCHEMA$);

    /** Connections. Key: id; a record without a value says that it is gone. */
    public static final Topic CONNECTIONS = compacted("connections-v1", "id", PartitionedBy.KEY, Connection.SCHEMA$);

    /** Organizations. Key: id; a record without a value says that it is gone. */
    public static final Topic ORGANIZATIONS =
            compacted("organizations-v1", "id", PartitionedBy.KEY, Organization.SCHEMA$);

    /** Policies. Key: id; a record without a value says that it is gone. */
    public static final Topic POLICIES = compacted("policies-v1", "id", PartitionedBy.KEY, Policy.SCHEMA$);

    /** Silences and maintenance windows. Key: id; a record without a value says that it is gone. */
    public static final Topic SILENCES = compacted("silences-v1", "id", PartitionedBy.KEY, Silence.SCHEMA$);

    /** Topics that meet in routing: equal partition counts. */
    public static final List<Topic> ROUTING = List.of(ALERTS, RECOMMENDATIONS, PARKED_EVENTS, PARKING_COMMANDS);

    /** Topics that meet in delivery: equal partition counts. */
    public static final List<Topic> DELIVERY = List.of(
            TICKET_REQUESTS,
            HALO_CALLS,
            HALO_OUTCOMES,
            HALO_NOTICES,
            TICKET_COMMANDS,
            CONNECTION_COMMANDS,
            HALO_REFERENCE,
            TICKET_EVENTS,
            LANES,
            DUPLICATE_FINDINGS);

    /** The compacted topics that the control plane writes. */
    public static final List<Topic> CONFIGURATION = List.of(CONNECTIONS, ORGANIZATIONS, POLICIES, SILENCES);

    /** Topics whose unreadable records are kept as dead letters. */
    public static final List<Topic> WITH_DEAD_LETTERS = List.of(
            ALERTS,
            RECOMMENDATIONS,
            PARKING_COMMANDS,
            TICKET_REQUESTS,
            HALO_CALLS,
            HALO_OUTCOMES,
            HALO_NOTICES,
            TICKET_COMMANDS,
            CONNECTION_COMMANDS);

    private Topics() {}

    /** Every topic there is, dead letters included. */
    public static List<Topic> all() {
        return Stream.of(
                        ROUTING.stream(),
                        Stream.of(ROUTING_DECISIONS, ROUTING_DIFFERENCES),
                        DELIVERY.stream(),
                        CONFIGURATION.stream(),
                        WITH_DEAD_LETTERS.stream().map(Topic::deadLetters))
                .flatMap(topics -> topics)
                .toList();
    }

    private static Topic deleted(String name, String key, PartitionedBy partitionedBy, int days, Schema value) {
        return new Topic(
                name, key, partitionedBy, Cleanup.DELETE, Optional.of(Duration.ofDays(days)), Optional.of(value));
    }

    private static Topic compacted(String name, String key, PartitionedBy partitionedBy, Schema value) {
        return new Topic(name, key, partitionedBy, Cleanup.COMPACT, Optional.empty(), Optional.of(value));
    }
}
