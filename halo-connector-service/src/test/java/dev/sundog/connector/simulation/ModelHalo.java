package dev.sundog.connector.simulation;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.call.TicketNote;
import dev.sundog.connector.connection.HaloConnection.Lookup;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloPage;
import dev.sundog.connector.halo.HaloRow;
import dev.sundog.connector.lifecycle.Wishing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Halo as far as delivery meets it, with the truth about its tickets. */
final class ModelHalo {

    static final long NEW = 1;
    static final long CLOSED = 9;
    private static final int MOST_OTHERS = 14;

    final Lookup lookup;
    private final World world;
    private final Chance lot;
    private final boolean listsShowFields;
    private final Map<Long, ModelTicket> tickets = new TreeMap<>();
    private long lastId = 100;
    private int createsOut;
    private boolean createsMet;
    boolean filterIgnored;
    String address = "https://halo";

    ModelHalo(World world, String id, Lookup lookup) {
        this.world = world;
        this.lot = world.chance.split("halo " + id);
        this.lookup = lookup;
        this.listsShowFields = lot.below(2) == 0;
        int others = lot.below(MOST_OTHERS);
        for (int count = 0; count < others; count++) {
            add(new ModelTicket(++lastId, null, null));
        }
    }

    Collection<ModelTicket> tickets() {
        return tickets.values();
    }

    /** A request came in and will be executed. */
    void receives(Deed<?> deed) {
        if (deed.creates()) {
            createsOut++;
            createsMet |= createsOut > 1;
        }
    }

    Answer<FoundTicket> create(Call call, TicketFields fields, long sentAt) {
        createsOut--;
        boolean collides = createsMet && world.strikes(Fault.NUMBER_COLLISION, lot);
        createsMet &= createsOut > 0;
        if (collides) {
            return ended(new CallEnd.Unknown("HTTP 500: duplicate number"));
        }
        ModelTicket ticket = new ModelTicket(++lastId, call.ticketKey(), call.reference());
        keep(ticket, call.reference(), fields.detailsHtml());
        boolean lags = world.strikes(Fault.SEARCH_LAG, lot);
        long visibleBy = sentAt + Wishing.TIMES.quarantine().toMillis();
        ticket.visibleAt = lags ? lot.between(world.agenda.now(), visibleBy) : world.agenda.now();
        add(ticket);
        world.judge.created(this, ticket);
        return new Answer.Got<>(shown(ticket, true), 201);
    }

    /** Writes the reference where the look-up wants it; some versions take a field and forget it. */
    private void keep(ModelTicket ticket, String reference, String details) {
        boolean drops = world.strikes(Fault.REFERENCE_DROPPED, lot);
        ticket.thirdPartyId = lookup.writesThirdPartyId() && !drops ? reference : "";
        ticket.customField = lookup.writesCustomField() && !(drops && lookup == Lookup.CUSTOM_FIELD) ? reference : "";
        ticket.details = details + (lookup.writesMarker() ? " [" + reference + "]" : "");
    }

    Answer<FoundTicket> update(Operation.UpdateTicket update, String reference) {
        return onTicket(update.ticketId(), ticket -> {
            ticket.details = update.fields().detailsHtml() + (lookup.writesMarker() ? " [" + reference + "]" : "");
            return shown(ticket, true);
        });
    }

    Answer<FoundTicket> changeStatus(Operation.ChangeStatus change) {
        return onTicket(change.ticketId(), ticket -> {
            if (change.noteHtml() != null) {
                note(ticket, change.noteHtml());
                if (world.strikes(Fault.STATUS_NOT_TAKEN, lot)) {
                    return shown(ticket, true);
                }
            }
            ticket.statusId = change.statusId();
            return shown(ticket, true);
        });
    }

    Answer<FoundTicket> addNote(long ticketId, String html) {
        return onTicket(ticketId, ticket -> {
            note(ticket, html);
            return shown(ticket, true);
        });
    }

    /** Notes before one that Halo refuses are kept. */
    Answer<List<FoundTicket>> addNotes(List<TicketNote> notes) {
        List<FoundTicket> found = new ArrayList<>();
        for (TicketNote note : notes) {
            switch (addNote(note.ticketId(), note.noteHtml())) {
                case Answer.Got<FoundTicket> got -> found.add(got.value());
                case Answer.Ended<FoundTicket> failed -> {
                    return new Answer.Ended<>(failed.end(), failed.httpStatus());
                }
            }
        }
        return new Answer.Got<>(found, 200);
    }

    Answer<FoundTicket> merge(Operation.MergeTickets merge) {
        return onTicket(merge.mergedTicketId(), ticket -> {
            ticket.mergedInto = merge.keptTicketId();
            return shown(ticket, true);
        });
    }

    Answer<HaloRow> show(long ticketId) {
        ModelTicket ticket = tickets.get(ticketId);
        return ticket == null
                ? ended(new CallEnd.NotFound("no ticket " + ticketId))
                : new Answer.Got<>(new HaloRow(shown(ticket, true), ticket.details), 200);
    }

    boolean touched(long ticketId) {
        ModelTicket ticket = tickets.get(ticketId);
        return ticket != null && ticket.touchedByPerson();
    }

    /** The list with its filters, as far as they are known and not ignored. */
    Answer<HaloPage> list(Map<String, String> query) {
        boolean deleted = "true".equals(query.get("deleted"));
        List<ModelTicket> found = tickets.values().stream()
                .filter(ticket -> ticket.deleted == deleted && ticket.visibleAt <= world.agenda.now())
                .filter(ticket -> filterIgnored || matches(ticket, query))
                .toList();
        List<HaloRow> rows = found.stream()
                .limit(100)
                .map(ticket -> new HaloRow(shown(ticket, listsShowFields), ""))
                .toList();
        return new Answer.Got<>(new HaloPage(rows, found.size()), 200);
    }

    /** The report reads the table itself: it lags behind nothing and shows deleted tickets. */
    Answer<List<HaloRow>> report(Collection<String> values) {
        return new Answer.Got<>(
                tickets.values().stream()
                        .filter(ticket -> filterIgnored || values.contains(ticket.customField))
                        .map(ticket -> new HaloRow(shown(ticket, true), ""))
                        .toList(),
                200);
    }

    private static boolean matches(ModelTicket ticket, Map<String, String> query) {
        String field = query.get("third_party_id_string");
        String details = query.get("search_details");
        return (field == null || field.equals(ticket.thirdPartyId))
                && (details == null || ticket.details.contains(details));
    }

    private void note(ModelTicket ticket, String html) {
        ticket.notes.add(html);
        world.judge.noted(ticket, html);
    }

    private <T> Answer<T> onTicket(long ticketId, Function<ModelTicket, T> deed) {
        ModelTicket ticket = tickets.get(ticketId);
        if (ticket == null || ticket.deleted) {
            return ended(new CallEnd.NotFound("no ticket " + ticketId));
        }
        return new Answer.Got<>(deed.apply(ticket), 200);
    }

    private FoundTicket shown(ModelTicket ticket, boolean withFields) {
        return new FoundTicket(
                ticket.id,
                address + "/ticket?id=" + ticket.id,
                ticket.statusId,
                null,
                ticket.closed(),
                withFields ? field(ticket) : null,
                null,
                ticket.mergedInto,
                ticket.deleted,
                false,
                null);
    }

    private @Nullable String field(ModelTicket ticket) {
        return switch (lookup) {
            case THIRD_PARTY_ID -> ticket.thirdPartyId;
            case CUSTOM_FIELD -> ticket.customField;
            case COMBINED -> ticket.thirdPartyId.isEmpty() ? ticket.customField : ticket.thirdPartyId;
            case MARKER -> null;
        };
    }

    private void add(ModelTicket ticket) {
        tickets.put(ticket.id, ticket);
    }

    private static <T> Answer<T> ended(CallEnd end) {
        return new Answer.Ended<>(end, null);
    }
}
