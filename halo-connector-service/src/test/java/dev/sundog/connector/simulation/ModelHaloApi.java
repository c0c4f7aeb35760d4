package dev.sundog.connector.simulation;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.ReferencePage;
import dev.sundog.connector.call.TicketNote;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.HaloPage;
import dev.sundog.connector.halo.HaloRow;
import dev.sundog.connector.halo.Sending;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The way of the call under work to its Halo: connect, look at the clock for the last time, send, wait. */
final class ModelHaloApi implements HaloApi {

    private final World world;
    private final Supplier<CallOut> underWork;

    ModelHaloApi(World world, Supplier<CallOut> underWork) {
        this.world = world;
        this.underWork = underWork;
    }

    @Override
    public Answer<FoundTicket> create(
            HaloConnection connection, Operation.CreateTicket create, String reference, Sending sending) {
        CallOut out = underWork.get();
        return exchange(
                connection, sending, "create", (halo, sentAt) -> halo.create(out.call, create.fields(), sentAt));
    }

    @Override
    public Answer<FoundTicket> update(
            HaloConnection connection, Operation.UpdateTicket update, String reference, Sending sending) {
        return exchange(
                connection, sending, "update " + update.ticketId(), (halo, _) -> halo.update(update, reference));
    }

    @Override
    public Answer<FoundTicket> changeStatus(HaloConnection connection, Operation.ChangeStatus change, Sending sending) {
        String what = "status " + change.statusId() + " of " + change.ticketId();
        return exchange(connection, sending, what, (halo, _) -> halo.changeStatus(change));
    }

    @Override
    public Answer<FoundTicket> addNote(HaloConnection connection, Operation.AddNote note, Sending sending) {
        String what = "note on " + note.ticketId();
        return exchange(connection, sending, what, (halo, _) -> halo.addNote(note.ticketId(), note.noteHtml()));
    }

    @Override
    public Answer<List<FoundTicket>> addNotes(HaloConnection connection, List<TicketNote> notes, Sending sending) {
        String what = "notes on " + notes.stream().map(TicketNote::ticketId).toList();
        return exchange(connection, sending, what, (halo, _) -> halo.addNotes(notes));
    }

    @Override
    public Answer<HaloRow> show(HaloConnection connection, long ticketId, Sending sending) {
        return exchange(connection, sending, "read " + ticketId, (halo, _) -> halo.show(ticketId))
                .then(row -> new Answer.Got<>(believed(row), 200));
    }

    @Override
    public Answer<FoundTicket> read(HaloConnection connection, long ticketId, Sending sending) {
        return exchange(connection, sending, "read " + ticketId, (halo, _) -> halo.show(ticketId))
                .then(row -> exchange(
                                connection,
                                sending,
                                "list actions of " + ticketId,
                                (halo, _) -> new Answer.Got<>(halo.touched(ticketId), 200))
                        .then(touched -> new Answer.Got<>(row.ticket().touched(touched), 200)));
    }

    @Override
    public Answer<HaloPage> list(HaloConnection connection, Map<String, String> query, Sending sending) {
        return exchange(connection, sending, "list " + query, (halo, _) -> halo.list(query))
                .then(page -> new Answer.Got<>(
                        new HaloPage(page.rows().stream().map(this::believed).toList(), page.total()), 200));
    }

    @Override
    public Answer<List<HaloRow>> report(
            HaloConnection connection, String field, Collection<String> values, Sending sending) {
        return exchange(connection, sending, "report " + values, (halo, _) -> halo.report(values))
                .then(rows -> new Answer.Got<>(rows.stream().map(this::believed).toList(), 200));
    }

    @Override
    public Answer<ReferencePage> reference(HaloConnection connection, Operation.ReadReference read, Sending sending) {
        throw new IllegalStateException("the simulation reads nothing of what can be chosen");
    }

    @Override
    public Answer<FoundTicket> merge(HaloConnection connection, Operation.MergeTickets merge, Sending sending) {
        String what = "merge " + merge.mergedTicketId() + " into " + merge.keptTicketId();
        return exchange(connection, sending, what, (halo, _) -> halo.merge(merge));
    }

    /** With the planted fault every row carries what was asked for. */
    private HaloRow believed(HaloRow row) {
        String reference = underWork.get().call.reference();
        return world.plants(PlantedFault.UNCHECKED_FILTER)
                ? new HaloRow(row.ticket().carrying(reference), reference)
                : row;
    }

    private <T> Answer<T> exchange(
            HaloConnection connection, Sending sending, String what, Deed.Execution<T> execution) {
        CallOut out = underWork.get();
        Deed<T> deed = new Deed<>(what, execution);
        Site site = world.sites.get(connection.id());
        boolean connected = out.await(answer -> out.network.connect(site, deed, answer));
        if (!connected) {
            return new Answer.Ended<>(new CallEnd.NotSent("connection refused"), null);
        }
        try {
            sending.begin();
        } catch (Sending.TooLateException late) {
            return new Answer.Ended<>(new CallEnd.Expired(), null);
        }
        return out.await(answer -> out.network.send(site, deed, answer));
    }
}
