package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;

/** The name of what a request wants: {@code POST /Tickets}, {@code GET /Tickets/{id}}, {@code POST /auth/token}. */
final class Operation {

    private static final Map<String, String> WRITTEN = Map.of(
            "tickets",
            "Tickets",
            "actions",
            "Actions",
            "client",
            "Client",
            "site",
            "Site",
            "tickettype",
            "TicketType",
            "status",
            "Status",
            "priority",
            "Priority",
            "team",
            "Team",
            "agent",
            "Agent",
            "outcome",
            "Outcome");

    private Operation() {}

    static String of(Call call) {
        List<String> segments = call.segments();
        boolean api = segments.getFirst().equals("api");
        StringBuilder name = new StringBuilder(call.method()).append(' ');
        for (String segment : api ? segments.subList(1, segments.size()) : segments) {
            boolean id = api && isId(segment);
            name.append('/').append(id ? "{id}" : written(segment));
        }
        return name.toString();
    }

    /** A number or a GUID. */
    private static boolean isId(String segment) {
        boolean guid = segment.length() == 36 && segment.charAt(8) == '-';
        return guid || segment.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private static String written(String segment) {
        return switch (segment) {
            case "report" -> "Report";
            case "authinfo" -> "AuthInfo";
            default -> WRITTEN.getOrDefault(segment, segment);
        };
    }
}
