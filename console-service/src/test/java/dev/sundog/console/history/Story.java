package dev.sundog.console.history;

import dev.sundog.avro.ConfluentAvroDeserializer;
import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.CallResult;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.DesiredState;
import dev.sundog.delivery.EventKind;
import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloOperation;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.LaneState;
import dev.sundog.delivery.LaneStatus;
import dev.sundog.delivery.ObservedTicket;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketFields;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.Alert;
import dev.sundog.event.AlertStatus;
import dev.sundog.event.FailureReason;
import dev.sundog.event.Severity;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketEvent;
import dev.sundog.event.TicketFailed;
import dev.sundog.event.TicketResolved;
import dev.sundog.event.TicketUpdated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What the topics say about some events, one record after the other. */
final class Story {

    static final Instant START = Instant.parse("2026-11-21T20:00:00Z");

    static {
        // Makes Avro trust our generated classes, as it does in the service.
        new ConfluentAvroDeserializer<SpecificRecord>().configure(Map.of("schema.registry.url", "mock://story"), false);
    }

    private final List<Said> records = new ArrayList<>();

    /** A record and where and when it was published. */
    record Said(Topic topic, String key, SpecificRecord value, Instant at) {}

    List<Said> records() {
        return List.copyOf(records);
    }

    Story alert(String eventId, String title, int second) {
        var alert = Alert.newBuilder()
                .setEventId(eventId)
                .setSource("prometheus")
                .setOrganizationId("contoso")
                .setDedupKey("disk-1")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.HIGH)
                .setTitle(title)
                .setOccurredAt(at(second))
                .build();
        return add(Topics.ALERTS, "contoso", alert, second);
    }

    Story decision(String eventId, String title, DecisionOutcome outcome, int second) {
        var decision = RoutingDecision.newBuilder()
                .setEventId(eventId)
                .setEventKind(EventKind.ALERT)
                .setSource("prometheus")
                .setOrganizationId("contoso")
                .setTitle(title)
                .setDedupKey("disk-1")
                .setTenantId("acme")
                .setOccurredAt(at(second - 1))
                .setAcceptedAt(at(second - 1))
                .setDecidedAt(at(second))
                .setOutcome(outcome);
        switch (outcome) {
            case ROUTED ->
                decision.setConnectionId("main")
                        .setCustomerId(12L)
                        .setPolicyId("p")
                        .setPolicyVersion(3L)
                        .setRuleId("disks")
                        .setRuleName("Disks")
                        .setTicketKey("main/contoso/k");
            case PARKED ->
                decision.setReason(FailureReason.UNMAPPED_ORGANIZATION).setDetail("no customer");
            case SUPPRESSED, REFUSED -> decision.setDetail("not wanted");
        }
        return add(Topics.ROUTING_DECISIONS, eventId, decision.build(), second);
    }

    Story request(String eventId, int second) {
        var request = TicketRequest.newBuilder()
                .setRequestId("r-" + eventId)
                .setEventId(eventId)
                .setEventKind(EventKind.ALERT)
                .setSource("prometheus")
                .setDedupKey("disk-1")
                .setTenantId("acme")
                .setConnectionId("main")
                .setOrganizationId("contoso")
                .setTicketKey("main/contoso/k")
                .setDesired(DesiredState.OPEN)
                .setSeverity(Severity.HIGH)
                .setOccurredAt(at(second))
                .setAcceptedAt(at(second))
                .setDecidedAt(at(second))
                .setFields(TicketFields.newBuilder()
                        .setCustomerId(12)
                        .setSummary("s")
                        .setDetailsHtml("d")
                        .build())
                .setNoteHtml("n")
                .setLifecycle(LifecycleSettings.newBuilder().build())
                .build();
        return add(Topics.TICKET_REQUESTS, "main/contoso/k", request, second);
    }

    Story call(String callId, int second) {
        var call = HaloCall.newBuilder()
                .setCallId(callId)
                .setTicketKey("main/contoso/k")
                .setTenantId("acme")
                .setConnectionId("main")
                .setOperation(HaloOperation.CREATE_TICKET)
                .setAttempt(1)
                .setIssuedAt(at(second))
                .setNotAfter(at(second + 20))
                .setReference("sd-1")
                .build();
        return add(Topics.HALO_CALLS, "main/contoso/k", call, second);
    }

    Story outcome(String callId, CallResult result, int second) {
        var outcome = HaloOutcome.newBuilder()
                .setCallId(callId)
                .setTicketKey("main/contoso/k")
                .setTenantId("acme")
                .setConnectionId("main")
                .setOperation(HaloOperation.CREATE_TICKET)
                .setResult(result)
                .setHttpStatus(201)
                .setEndedAt(at(second))
                .setTickets(List.of(ObservedTicket.newBuilder()
                        .setTicketId(4711L)
                        .setTicketUrl("https://halo.example/ticket?id=4711")
                        .setStatusId(1L)
                        .setStatusName("New")
                        .setReference("sd-1")
                        .build()))
                .build();
        return add(Topics.HALO_OUTCOMES, "main/contoso/k", outcome, second);
    }

    Story created(String url, int second, String... causedBy) {
        return ticket(new TicketCreated(4711L, url, "Disk full"), second, causedBy);
    }

    Story updated(long occurrences, int second, String... causedBy) {
        return ticket(new TicketUpdated(4711L, "https://halo.example/ticket?id=4711", occurrences), second, causedBy);
    }

    Story resolved(int second, String... causedBy) {
        return ticket(new TicketResolved(4711L, "https://halo.example/ticket?id=4711", true), second, causedBy);
    }

    Story failed(int second, String... causedBy) {
        return ticket(new TicketFailed(FailureReason.HALO_REJECTED, "no such type", true, 1), second, causedBy);
    }

    Story lane(LaneState state, int pending, int second) {
        var lane = LaneStatus.newBuilder()
                .setTenantId("acme")
                .setConnectionId("main")
                .setState(state)
                .setReason(state == LaneState.PAUSED ? FailureReason.RATE_LIMITED : null)
                .setDetail(state == LaneState.PAUSED ? "Halo wants to be left alone" : null)
                .setUntil(state == LaneState.PAUSED ? at(second + 60) : null)
                .setPending(pending)
                .setBudget(168)
                .setSpent(12)
                .setStorms(1)
                .setAt(at(second))
                .build();
        return add(Topics.LANES, "main", lane, second);
    }

    private Story ticket(SpecificRecord detail, int second, String... causedBy) {
        var event = TicketEvent.newBuilder()
                .setEventId("t" + second)
                .setOccurredAt(at(second))
                .setTenantId("acme")
                .setConnectionId("main")
                .setOrganizationId("contoso")
                .setTicketKey("main/contoso/k")
                .setSource("prometheus")
                .setCausedBy(Arrays.asList(causedBy))
                .setDetail(detail)
                .build();
        return add(Topics.TICKET_EVENTS, "main/contoso/k", event, second);
    }

    private Story add(Topic topic, String key, SpecificRecord value, int second) {
        records.add(new Said(topic, key, value, at(second)));
        return this;
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
