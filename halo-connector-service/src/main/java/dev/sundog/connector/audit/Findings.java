package dev.sundog.connector.audit;

import dev.sundog.connector.call.FoundTicket;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a look for doubles found. */
public final class Findings {

    /** Tickets with one reference: the first stays, the later ones that are not closed yet are too many. */
    public record Doubled(String reference, long keptTicketId, List<Long> laterTicketIds) {
        public Doubled {
            laterTicketIds = List.copyOf(laterTicketIds);
        }
    }

    private Findings() {}

    /** By reference. A reference of which one ticket alone is not closed is nobody's trouble any more. */
    public static List<Doubled> of(List<FoundTicket> tickets) {
        Map<String, List<FoundTicket>> groups = tickets.stream()
                .sorted(Comparator.comparingLong(FoundTicket::ticketId))
                .collect(Collectors.groupingBy(
                        ticket -> Objects.requireNonNullElse(ticket.reference(), ""),
                        TreeMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> doubled(group.getKey(), group.getValue()))
                .filter(doubled -> !doubled.laterTicketIds().isEmpty())
                .toList();
    }

    private static Doubled doubled(String reference, List<FoundTicket> ascending) {
        return new Doubled(
                reference,
                ascending.getFirst().ticketId(),
                ascending.stream()
                        .skip(1)
                        .filter(ticket -> !ticket.closed())
                        .map(FoundTicket::ticketId)
                        .toList());
    }
}
