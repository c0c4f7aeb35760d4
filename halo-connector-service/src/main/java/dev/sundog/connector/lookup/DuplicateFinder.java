package dev.sundog.connector.lookup;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.HaloRow;
import dev.sundog.connector.halo.Sending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds references that several tickets carry: one report for all where the look-up is a custom field, one list for each
 * otherwise. Details are read only where there is more than one row, so that usually nothing more is spent. Safe from any thread.
 */
public final class DuplicateFinder {

    private final HaloApi halo;

    public DuplicateFinder(HaloApi halo) {
        this.halo = halo;
    }

    /** The tickets of those references that several carry, verified, neither deleted nor merged, by reference and number. */
    public Answer<List<FoundTicket>> find(HaloConnection connection, Collection<String> references, Sending sending) {
        String field = connection.lookupCustomField();
        if (connection.lookup().writesCustomField() && field != null && !field.isBlank()) {
            return halo.report(connection, field, references, sending)
                    .then(rows -> byReference(connection, rows, sending));
        }
        List<FoundTicket> doubled = new ArrayList<>();
        for (String reference : references) {
            switch (carriers(connection, reference, sending)) {
                case Answer.Ended<List<FoundTicket>> ended -> {
                    return ended;
                }
                case Answer.Got<List<FoundTicket>> got -> doubled.addAll(got.value());
            }
        }
        return new Answer.Got<>(List.copyOf(doubled), null);
    }

    private Answer<List<FoundTicket>> byReference(HaloConnection connection, List<HaloRow> rows, Sending sending) {
        Map<String, List<HaloRow>> groups = rows.stream()
                .filter(row -> !row.ticket().deleted())
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNullElse(row.ticket().reference(), ""),
                        TreeMap::new,
                        Collectors.toList()));
        List<FoundTicket> doubled = new ArrayList<>();
        for (Map.Entry<String, List<HaloRow>> group : groups.entrySet()) {
            switch (several(connection, group.getKey(), group.getValue(), sending)) {
                case Answer.Ended<List<FoundTicket>> ended -> {
                    return ended;
                }
                case Answer.Got<List<FoundTicket>> got -> doubled.addAll(got.value());
            }
        }
        return new Answer.Got<>(List.copyOf(doubled), null);
    }

    private Answer<List<FoundTicket>> carriers(HaloConnection connection, String reference, Sending sending) {
        String filter = connection.lookup().writesThirdPartyId() ? ByThirdPartyId.FILTER : ByMarker.FILTER;
        return halo.list(connection, Lists.of(filter, reference), sending)
                .then(page -> page.total() > Lists.DETAILS
                        ? Lists.ignored(page.total())
                        : several(connection, reference, page.rows(), sending));
    }

    private Answer<List<FoundTicket>> several(
            HaloConnection connection, String reference, List<HaloRow> rows, Sending sending) {
        if (rows.size() < 2) {
            return new Answer.Got<>(List.of(), null);
        }
        List<FoundTicket> carriers = new ArrayList<>();
        for (HaloRow row : rows) {
            switch (halo.show(connection, row.ticket().ticketId(), sending)) {
                case Answer.Ended<HaloRow> ended -> {
                    return new Answer.Ended<>(ended.end(), ended.httpStatus());
                }
                case Answer.Got<HaloRow> got -> {
                    FoundTicket ticket = got.value().ticket();
                    boolean carries = reference.equals(ticket.reference())
                            || got.value().details().contains(reference);
                    if (carries && !ticket.deleted() && ticket.mergedIntoId() == null) {
                        carriers.add(ticket.carrying(reference));
                    }
                }
            }
        }
        carriers.sort(Comparator.comparingLong(FoundTicket::ticketId));
        return new Answer.Got<>(carriers.size() > 1 ? List.copyOf(carriers) : List.of(), null);
    }
}
