package dev.sundog.connector.call;

import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloOperation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Calls from and to their form on {@code halo-calls-v1}. */
public final class AvroCalls {

    private AvroCalls() {}

    /** To the topic. */
    public static HaloCall write(Call call) {
        HaloCall.Builder avro = HaloCall.newBuilder()
                .setCallId(call.callId())
                .setTicketKey(call.ticketKey())
                .setTenantId(call.tenantId())
                .setConnectionId(call.connectionId())
                .setOperation(HaloOperation.valueOf(call.operation().label()))
                .setAttempt(call.attempt())
                .setIssuedAt(call.issuedAt())
                .setNotAfter(call.notAfter())
                .setReference(call.reference());
        return switch (call.operation()) {
            case Operation.CreateTicket create ->
                avro.setFields(AvroTicketFields.write(create.fields())).build();
            case Operation.ChangeStatus change ->
                avro.setTicketId(change.ticketId())
                        .setStatusId(change.statusId())
                        .setNoteHtml(change.noteHtml())
                        .setFields(place(change.place()))
                        .build();
            case Operation.AddNote note ->
                avro.setTicketId(note.ticketId()).setNoteHtml(note.noteHtml()).build();
            case Operation.FindTicket _ -> avro.build();
            case Operation.ReadTicket read -> avro.setTicketId(read.ticketId()).build();
        };
    }

    /** From the topic; empty for an operation that this version does not know, or one without its fields. */
    public static Optional<Call> read(HaloCall avro) {
        return operation(avro)
                .map(operation -> new Call(
                        avro.getCallId(),
                        avro.getTicketKey(),
                        avro.getTenantId(),
                        avro.getConnectionId(),
                        avro.getAttempt(),
                        avro.getIssuedAt(),
                        avro.getNotAfter(),
                        avro.getReference(),
                        operation));
    }

    private static Optional<Operation> operation(HaloCall avro) {
        return switch (avro.getOperation()) {
            case CREATE_TICKET ->
                Optional.ofNullable(avro.getFields())
                        .map(fields -> new Operation.CreateTicket(AvroTicketFields.read(fields)));
            case CHANGE_STATUS ->
                avro.getTicketId() == null || avro.getStatusId() == null || avro.getFields() == null
                        ? Optional.empty()
                        : Optional.of(new Operation.ChangeStatus(
                                avro.getTicketId(),
                                AvroTicketFields.read(avro.getFields()).place(),
                                avro.getStatusId(),
                                avro.getNoteHtml()));
            case ADD_NOTE ->
                Optional.ofNullable(avro.getTicketId())
                        .map(ticketId ->
                                new Operation.AddNote(ticketId, Objects.requireNonNullElse(avro.getNoteHtml(), "")));
            case FIND_TICKET -> Optional.of(new Operation.FindTicket());
            case READ_TICKET -> Optional.ofNullable(avro.getTicketId()).map(Operation.ReadTicket::new);
            case UPDATE_TICKET, ADD_NOTES, LIST_CHANGED, FIND_DUPLICATES, MERGE_TICKETS, UNSUPPORTED ->
                Optional.empty();
        };
    }

    private static dev.sundog.delivery.TicketFields place(TicketFields.Place place) {
        return dev.sundog.delivery.TicketFields.newBuilder()
                .setCustomerId(place.customerId())
                .setTicketTypeId(place.ticketTypeId())
                .setCategories(List.of())
                .setCustomFields(List.of())
                .setSummary("")
                .setDetailsHtml("")
                .build();
    }
}
