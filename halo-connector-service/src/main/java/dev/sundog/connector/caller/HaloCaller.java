package dev.sundog.connector.caller;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.connection.ConnectionDirectory;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.HaloRow;
import dev.sundog.connector.halo.Sending;
import dev.sundog.connector.lookup.DuplicateFinder;
import dev.sundog.connector.lookup.ReferenceMemory;
import dev.sundog.connector.lookup.TicketFinder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one call and says how it ended. Tries nothing twice. Safe from any thread. */
final class HaloCaller {

    private static final Logger LOGGER = LoggerFactory.getLogger(HaloCaller.class);

    private final ConnectionDirectory connections;
    private final HaloApi halo;
    private final ReferenceMemory references = new ReferenceMemory();
    private final TicketFinder finder;
    private final DuplicateFinder duplicates;
    private final CallGuard guard;
    private final InstantSource time;

    HaloCaller(ConnectionDirectory connections, HaloApi halo, CallGuard guard, InstantSource time) {
        this.connections = connections;
        this.halo = halo;
        this.finder = new TicketFinder(halo, references);
        this.duplicates = new DuplicateFinder(halo);
        this.guard = guard;
        this.time = time;
    }

    CallOutcome make(Call call) {
        if (time.instant().isAfter(call.notAfter())) {
            return ended(call, new CallEnd.Expired(), null, null);
        }
        Optional<HaloConnection> connection = connections.find(call.connectionId());
        if (connection.isEmpty() || !connection.get().enabled()) {
            return ended(call, new CallEnd.NotSent("the connection is switched off or gone"), null, null);
        }
        if (!connection.get().tenantId().equals(call.tenantId())) {
            return ended(call, new CallEnd.Rejected("the connection is another tenant's"), null, null);
        }
        Sending sending = new Sending(call.notAfter(), time);
        Answer<CallEnd.Done> answer =
                guard.run(call.connectionId(), sending, () -> exchange(connection.get(), call, sending));
        return switch (answer) {
            case Answer.Got<CallEnd.Done> got ->
                ended(call, got.value(), got.httpStatus(), sending.sentAt()).took(sending.requests());
            case Answer.Ended<CallEnd.Done> failed ->
                ended(call, failed.end(), failed.httpStatus(), sending.sentAt()).took(sending.requests());
        };
    }

    private Answer<CallEnd.Done> exchange(HaloConnection connection, Call call, Sending sending) {
        return call.operation() instanceof Operation.ReadReference read
                ? halo.reference(connection, read, sending)
                        .then(page -> new Answer.Got<>(new CallEnd.Done(List.of(), page), null))
                : tickets(connection, call, sending).then(tickets -> new Answer.Got<>(new CallEnd.Done(tickets), null));
    }

    private Answer<List<FoundTicket>> tickets(HaloConnection connection, Call call, Sending sending) {
        return switch (call.operation()) {
            case Operation.CreateTicket create -> created(connection, call, create, sending);
            case Operation.UpdateTicket update -> one(halo.update(connection, update, call.reference(), sending));
            case Operation.ChangeStatus change -> one(halo.changeStatus(connection, change, sending));
            case Operation.AddNote note -> one(halo.addNote(connection, note, sending));
            case Operation.AddNotes notes -> halo.addNotes(connection, notes.notes(), sending);
            case Operation.FindTicket _ -> finder.find(connection, call.reference(), call.attempt(), sending);
            case Operation.ReadTicket read -> one(halo.read(connection, read.ticketId(), sending));
            case Operation.ListChanged list ->
                halo.list(connection, changed(list), sending)
                        .then(page -> new Answer.Got<>(
                                page.rows().stream().map(HaloRow::ticket).toList(), null));
            case Operation.FindDuplicates find -> duplicates.find(connection, find.references(), sending);
            case Operation.MergeTickets merge -> one(halo.merge(connection, merge, sending));
            case Operation.ReadReference read -> throw new IllegalArgumentException("about no ticket: " + read);
        };
    }

    private Answer<List<FoundTicket>> created(
            HaloConnection connection, Call call, Operation.CreateTicket create, Sending sending) {
        return halo.create(connection, create, call.reference(), sending).then(ticket -> {
            if (references.created(connection, call.reference(), ticket)) {
                LOGGER.atError()
                        .addKeyValue("connectionId", connection.id())
                        .addKeyValue("lookup", connection.lookup())
                        .log(
                                "Halo does not keep the reference of a new ticket; choose another look-up for the connection");
            }
            return new Answer.Got<>(List.of(ticket), null);
        });
    }

    private static Map<String, String> changed(Operation.ListChanged list) {
        return Map.of(
                "lastupdatefromdate", list.since().toString(),
                "pageinate", "true",
                "page_size", String.valueOf(Operation.ListChanged.PAGE),
                "page_no", String.valueOf(list.page()),
                "order", "id");
    }

    private CallOutcome ended(Call call, CallEnd end, @Nullable Integer status, @Nullable Instant sentAt) {
        return CallOutcome.of(call, end, status, sentAt, time.instant());
    }

    private static Answer<List<FoundTicket>> one(Answer<FoundTicket> answer) {
        return answer.then(ticket -> new Answer.Got<>(List.of(ticket), null));
    }
}
