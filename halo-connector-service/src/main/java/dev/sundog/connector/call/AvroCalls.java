package dev.sundog.connector.call;

import dev.sundog.delivery.HaloCall;
import dev.sundog.delivery.HaloOperation;
import dev.sundog.delivery.PayloadSize;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls from and to their form on {@code halo-calls-v1}. */
public final class AvroCalls {

    private AvroCalls() {}

    /** To the topic. */
    public static HaloCall write(Call call) {
        HaloCall.Builder avro = head(call);
        return switch (call.operation()) {
            case Operation.CreateTicket create ->
                avro.setFields(AvroTicketFields.write(create.fields()))
                        .setPayload(PayloadSize.valueOf(create.payload().name()))
                        .build();
            case Operation.UpdateTicket update ->
                avro.setTicketId(update.ticketId())
                        .setFields(AvroTicketFields.write(update.fields()))
                        .setPayload(PayloadSize.valueOf(update.payload().name()))
                        .build();
            case Operation.ChangeStatus change ->
                avro.setTicketId(change.ticketId())
                        .setStatusId(change.statusId())
                        .setNoteHtml(change.noteHtml())
                        .setFields(place(change.place()))
                        .build();
            case Operation.AddNote note ->
                avro.setTicketId(note.ticketId()).setNoteHtml(note.noteHtml()).build();
            case Operation.AddNotes notes ->
                avro.setNotes(notes.notes().stream().map(AvroCalls::write).toList())
                        .build();
            case Operation.FindTicket _ -> avro.build();
            case Operation.ReadTicket read -> avro.setTicketId(read.ticketId()).build();
            case Operation.ListChanged list ->
                avro.setSince(list.since()).setPage(list.page()).build();
            case Operation.FindDuplicates find ->
                avro.setReferences(find.references()).build();
            case Operation.MergeTickets merge ->
                avro.setTicketId(merge.keptTicketId())
                        .setMergedTicketId(merge.mergedTicketId())
                        .build();
            case Operation.ReadReference read ->
                avro.setReferenceKind(dev.sundog.delivery.ReferenceKind.valueOf(
                                read.kind().name()))
                        .setPage(read.page())
                        .build();
        };
    }

    private static HaloCall.Builder head(Call call) {
        return HaloCall.newBuilder()
                .setCallId(call.callId())
                .setTicketKey(call.ticketKey())
                .setTenantId(call.tenantId())
                .setConnectionId(call.connectionId())
                .setOperation(HaloOperation.valueOf(call.operation().label()))
                .setAttempt(call.attempt())
                .setIssuedAt(call.issuedAt())
                .setNotAfter(call.notAfter())
                .setReference(call.reference());
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
                fields(avro).map(fields -> new Operation.CreateTicket(fields, payload(avro.getPayload())));
            case UPDATE_TICKET ->
                onTicket(
                        avro,
                        id -> fields(avro)
                                .map(fields -> new Operation.UpdateTicket(id, fields, payload(avro.getPayload()))));
            case CHANGE_STATUS -> onTicket(avro, id -> changeStatus(avro, id));
            case ADD_NOTE ->
                onTicket(
                        avro,
                        id -> Optional.of(
                                new Operation.AddNote(id, Objects.requireNonNullElse(avro.getNoteHtml(), ""))));
            case ADD_NOTES ->
                avro.getNotes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Operation.AddNotes(
                                avro.getNotes().stream().map(AvroCalls::read).toList()));
            case FIND_TICKET -> Optional.of(new Operation.FindTicket());
            case READ_TICKET -> onTicket(avro, id -> Optional.of(new Operation.ReadTicket(id)));
            case LIST_CHANGED ->
                Optional.ofNullable(avro.getSince()).map(since -> new Operation.ListChanged(since, avro.getPage()));
            case FIND_DUPLICATES -> Optional.of(new Operation.FindDuplicates(avro.getReferences()));
            case MERGE_TICKETS ->
                onTicket(
                        avro,
                        id -> Optional.ofNullable(avro.getMergedTicketId())
                                .map(merged -> new Operation.MergeTickets(id, merged)));
            case READ_REFERENCE ->
                kind(avro.getReferenceKind()).map(kind -> new Operation.ReadReference(kind, avro.getPage()));
            case UNSUPPORTED -> Optional.empty();
        };
    }

    private static Optional<ReferenceKind> kind(dev.sundog.delivery.@Nullable ReferenceKind avro) {
        return avro == null || avro == dev.sundog.delivery.ReferenceKind.UNSUPPORTED
                ? Optional.empty()
                : Optional.of(ReferenceKind.valueOf(avro.name()));
    }

    private static Optional<Operation> changeStatus(HaloCall avro, long ticketId) {
        Long statusId = avro.getStatusId();
        return statusId == null
                ? Optional.empty()
                : fields(avro)
                        .map(fields ->
                                new Operation.ChangeStatus(ticketId, fields.place(), statusId, avro.getNoteHtml()));
    }

    private static Optional<Operation> onTicket(HaloCall avro, Function<Long, Optional<Operation>> operation) {
        return Optional.ofNullable(avro.getTicketId()).flatMap(operation);
    }

    private static Optional<TicketFields> fields(HaloCall avro) {
        return Optional.ofNullable(avro.getFields()).map(AvroTicketFields::read);
    }

    private static Payload payload(PayloadSize avro) {
        return Payload.valueOf(avro.name());
    }

    private static dev.sundog.delivery.TicketNote write(TicketNote note) {
        return new dev.sundog.delivery.TicketNote(note.ticketKey(), note.ticketId(), note.noteHtml());
    }

    private static TicketNote read(dev.sundog.delivery.TicketNote avro) {
        return new TicketNote(avro.getTicketKey(), avro.getTicketId(), avro.getNoteHtml());
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
