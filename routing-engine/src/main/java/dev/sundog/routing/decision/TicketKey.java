package dev.sundog.routing.decision;

import dev.sundog.routing.event.Event;
import dev.sundog.routing.ticket.TicketTemplate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Names lasting tickets: connection, organization and group. The same name is the same ticket. */
final class TicketKey {

    private TicketKey() {}

    /**
     * Names the ticket of an event.
     *
     * @param fields with the group that an expression gave, or else the names of the facts that events of one ticket share; the
     *     source's dedup key where there is neither
     */
    static String of(String connectionId, Event event, TicketTemplate fields) {
        // An organization id with a slash must not read like another organization with the rest in its group.
        var organization = event.organizationId().replace("%", "%25").replace("/", "%2F");
        return connectionId + "/" + organization + "/" + group(event, fields);
    }

    private static String group(Event event, TicketTemplate fields) {
        if (fields.group() != null) {
            // No source and no name of a fact begins so: the three ways to group never meet in one key.
            return ":" + encoded(fields.group());
        }
        var groupBy = fields.groupBy();
        if (groupBy.isEmpty()) {
            return encoded(event.source()) + "/" + event.dedupKey();
        }
        return groupBy.stream()
                .map(name -> name + "=" + encoded(fact(event, name)))
                .collect(Collectors.joining("/"));
    }

    private static String fact(Event event, String name) {
        return switch (name) {
            case "kind" -> event.kind().name();
            case "source" -> event.source();
            case "dedupKey" -> event.dedupKey();
            case "severity" -> event.severity().name();
            case "title" -> event.title();
            case "category" -> event.category() == null ? "" : event.category();
            case "resource" ->
                event.resources().isEmpty() ? "" : event.resources().getFirst().id();
            default -> event.labels().getOrDefault(label(name), "");
        };
    }

    private static String label(String name) {
        return name.startsWith("labels.") ? name.substring("labels.".length()) : name;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
